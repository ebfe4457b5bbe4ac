// @vitest-environment happy-dom
/** What the columns of a list are said to hold. */
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { ListColumns } from '../../../extension/components/bulk/list-columns.tsx';
import {
  type ColumnUse,
  type RegistrationList,
  readRegistrationList,
} from '../../../extension/lib/capture/registration-list.ts';
import { draw } from './draw.tsx';

const CELL = '<siobhan@lake.example.ca> | 613-555-0170 x1';
const listOf = (use: ColumnUse): RegistrationList => ({
  columns: [
    { label: 'Nom', use: { holds: 'name' } },
    { label: 'Coordonnées', use },
  ],
  rows: [['O’Brien, Siobhán', CELL]],
  skip: 1,
  refused: {},
});

async function secondColumn(use: ColumnUse, onUse = vi.fn()) {
  const drawn = await draw(<ListColumns list={listOf(use)} interests={[]} onUse={onUse} />, 'fr');
  const field = [...drawn.root.querySelectorAll('select')][1];
  if (field === undefined) throw new Error('no second column');
  return { field, text: drawn.text() };
}

it.each<[string, ColumnUse, string]>([
  ['its heading says contact', { holds: 'contact' }, 'contact'],
  ['nothing is known of it but its addresses', null, 'contact'],
  ['it holds mobile numbers', { holds: 'mobile' }, 'phone'],
])('a column that is read is not shown as unused where %s', async (_, use, shown) => {
  expect((await secondColumn(use)).field.value).toBe(shown);
});

it('names tags and subscriptions in the language of the reader', async () => {
  const names = { display_names: { en: 'Media', fr: 'Médias' } };
  const media = { id: '1', name: 'Media', kind: 'tag', ...names } as const;
  const list = listOf({ tags: 'Media' });
  const drawn = await draw(<ListColumns list={list} interests={[media]} onUse={vi.fn()} />, 'fr');
  const chosen = [...drawn.root.querySelectorAll('select')][1]?.selectedOptions[0];
  expect(chosen?.textContent).toBe('Étiquette\u00a0: Médias');
});

it('shows a cell as it is written on the page', async () => {
  const { text } = await secondColumn({ holds: 'contact' });
  expect(text).toContain('siobhan@lake.example.ca, 613-555-0170 x1');
  expect(text).not.toContain('<');
});

it('takes no address from a column that the person does not use', async () => {
  const onUse = vi.fn<(column: number, use: ColumnUse) => void>();
  const { field } = await secondColumn(null, onUse);
  await act(() => {
    field.value = '';
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const [column, use] = onUse.mock.calls[0] ?? [];
  expect(column).toBe(1);
  expect(readRegistrationList(listOf(null)).people).toHaveLength(1);
  expect(readRegistrationList(listOf(use ?? null)).people).toEqual([]);
});
