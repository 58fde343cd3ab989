const lastHour = 23
const lastMinute = 59

/** Returns a time of day as HH:MM: `9:30`, `14.30` or `14:30`; null where it is none. */
export const timeTyped = (text: string): string | null => {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? []
  return hour === '' || Number(hour) > lastHour || Number(minute) > lastMinute
    ? null
    : `${hour.padStart(2, '0')}:${minute}`
}
