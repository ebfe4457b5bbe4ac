// @vitest-environment happy-dom
/** A thousand hostile strings on their way through: the result as CSV, and pages that are read. */
import { describe, expect, it } from 'vitest';
import { batchResultCsv } from '../../../extension/entrypoints/popup/outbox/batch-result.ts';
import { captureContacts } from '../../../extension/lib/capture/capture-contacts.ts';
import { findAddresses } from '../../../extension/lib/capture/details/find-addresses.ts';
import { hostileStrings } from '../../hostile-strings.ts';
import { createParseHtml } from '../capture/parse-html.ts';
import { anItem } from '../outbox/items.ts';

const HOSTILE = hostileStrings();

/** The cells of a CSV file. @see RFC 4180 section 2 */
function readCsv(csv: string): string[][] {
  return csv
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
}

describe('hostile strings in the result of a bulk add', () => {
  it('stay in their cell, whole, and none begins as a formula does', () => {
    for (const text of HOSTILE) {
      const draft = {
        email: 'a@x.example',
        first_name: text,
        last_name: text,
        consent_status: 'Express',
      } as const;
      const [head, row, ...more] = readCsv(
        batchResultCsv([anItem({ operation: { kind: 'create', draft } })]),
      );
      expect(head).toHaveLength(6);
      expect(more).toEqual([]);
      expect(row?.map((cell) => cell.replace(/^'/, ''))).toEqual([
        'a@x.example',
        text.replace(/^'/, ''),
        text.replace(/^'/, ''),
        'waiting',
        '',
        '',
      ]);
      // Spreadsheets skip spaces and invisible characters before they look for a formula sign.
      for (const cell of row ?? []) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]/u);
      for (const cell of row ?? []) expect(cell).not.toMatch(/^[\t\r\n]/);
    }
  });
});

describe('hostile strings on a page', () => {
  it('lead to addresses that are addresses, whatever stands around them', () => {
    for (const text of HOSTILE) {
      const addresses = findAddresses(`${text} noemie@lakeside.example ${text}`, []);
      expect(addresses, text).toContain('noemie@lakeside.example');
      for (const address of addresses) expect(address).toMatch(/^[^\s@<>"]+@[^\s@<>"]+$/);
    }
  });

  it('are captured as plain text, or not at all', { timeout: 60_000 }, () => {
    const parseHtml = createParseHtml();
    for (const text of HOSTILE) {
      const source = {
        text: `${text}\nNoémie Gagnon\nnoemie@lakeside.example`,
        html: `<p>${text}</p><p>Noémie Gagnon</p><p>noemie@lakeside.example</p>`,
        url: 'https://lakeside.example/team',
        title: text,
        linkUrl: null,
      };
      const found = captureContacts(source, parseHtml);
      for (const contact of found)
        for (const { value } of Object.values(contact).filter((part) => 'value' in part))
          expect(typeof value).toBe('string');
      for (const { email } of found) expect(email?.value ?? 'a@b').toMatch(/^[^\s@<>"]+@[^\s@<>"]+$/);
    }
    expect(document.body.childElementCount).toBe(0);
  });
});
