/** Files as spreadsheets save them. */
import { expect, it } from 'vitest';
import { readListFile } from '../../../extension/entrypoints/popup/add/list-file.ts';

const TEXT = 'Prénom;Courriel\nZoé;zoe@lac.example.ca';
const utf16 = (bom: readonly [number, number], swap: boolean) => {
  const units = [...TEXT].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return swap ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });
  return new Uint8Array([...bom, ...units]);
};

it.each([
  ['UTF-8', new TextEncoder().encode(TEXT)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
  ['Windows-1252', Uint8Array.from(TEXT, (letter) => letter.charCodeAt(0))],
  ['UTF-16, little end first', utf16([0xff, 0xfe], false)],
  ['UTF-16, big end first', utf16([0xfe, 0xff], true)],
])('reads a list in %s', async (_, bytes) => {
  expect(await readListFile(new Blob([bytes]))).toBe(TEXT);
});

it('reads no file that is too large to be a list', async () => {
  expect(await readListFile(new Blob([new Uint8Array(5_000_001)]))).toBeNull();
});
