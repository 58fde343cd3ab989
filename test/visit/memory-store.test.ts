import { memoryStore } from './memory-store.ts'
import { rowanHouse } from './rowan-house.ts'
import { storeContract } from './store-contract.ts'

storeContract('in memory', async () => ({ store: memoryStore([rowanHouse]), id: rowanHouse.id }))
