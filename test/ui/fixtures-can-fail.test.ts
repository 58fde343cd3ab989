/** The comparison itself: it must see what a browser would show differently, and nothing else. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonical } from './same-markup.ts'

const same: readonly (readonly [string, string, string])[] = [
  ['order of attributes', '<a href="/" class="b a">x</a>', '<a class="a b" href="/">x</a>'],
  ['white space between blocks', '<div>\n <p>x</p>\n</div>', '<div><p>x</p></div>'],
  ['white space at the edge of a block', '<p>\n  x y\n</p>', '<p>x\n y</p>'],
  ['how a character is escaped', '<p>it&#39;s</p>', "<p>it's</p>"],
]

const different: readonly (readonly [string, string, string])[] = [
  ['another class', '<a class="a">x</a>', '<a class="a b">x</a>'],
  ['another value', '<a href="/a">x</a>', '<a href="/b">x</a>'],
  ['a missing attribute', '<input disabled>', '<input>'],
  ['another element', '<b>x</b>', '<strong>x</strong>'],
  ['other words', '<p>x</p>', '<p>y</p>'],
  ['another order', '<i></i><b></b>', '<b></b><i></i>'],
  ['another nesting', '<p><b>x</b>y</p>', '<p><b>xy</b></p>'],
  ['space between words', '<p><span>a</span> b</p>', '<p><span>a</span>b</p>'],
  ['space inside a hidden word', '<a>Change<span> name</span></a>', '<a>Change<span>name</span></a>'],
  ['markup that was escaped', '<p><b>x</b></p>', '<p>&lt;b>x&lt;/b></p>'],
]

for (const [name, one, other] of same)
  test(`the same: ${name}`, () => assert.equal(canonical(one), canonical(other)))
for (const [name, one, other] of different) {
  test(`not the same: ${name}`, () => assert.notEqual(canonical(one), canonical(other)))
}
