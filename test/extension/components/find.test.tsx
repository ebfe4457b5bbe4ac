// @vitest-environment happy-dom
/** The list, the search box and what is marked in them. */
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConsentBadge } from '../../../extension/components/consent-badge.tsx';
import { ContactList } from '../../../extension/components/contact-list.tsx';
import { Highlight } from '../../../extension/components/highlight.tsx';
import { KeyHints } from '../../../extension/components/key-hints.tsx';
import { matchRanges } from '../../../extension/components/match-ranges.ts';
import { displayName, initials } from '../../../extension/components/person-name.ts';
import { SearchBox } from '../../../extension/components/search-box.tsx';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { draw } from './draw.tsx';
import { person, UNSUBSCRIBED } from './people.ts';

const list = (props: Partial<Parameters<typeof ContactList>[0]> = {}) => (
  <ContactList contacts={[person()]} search="" marksFirst={false} onOpen={() => undefined} {...props} />
);

describe('the list of contacts', () => {
  it('shows markup in a name as text and makes no element of it', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const drawn = await draw(list({ contacts: [person({ first_name: hostile })], search: 'img' }));
    expect(drawn.root.querySelector('img')).toBeNull();
    expect(drawn.text()).toContain(hostile);
  });

  it('is named, and says in words whether a person may be mailed', async () => {
    const drawn = await draw(list({ contacts: [person(), person({ id: '2', consent: UNSUBSCRIBED })] }));
    expect(drawn.find('ul').getAttribute('aria-label')).toBe('Contacts');
    const rows = [...drawn.root.querySelectorAll('li')].map((row) => row.textContent);
    expect(rows[0]).toContain('OK to email');
    expect(rows[1]).toContain('Do not email');
  });

  it('opens the contact that is clicked', async () => {
    const onOpen = vi.fn();
    const drawn = await draw(list({ onOpen }));
    await drawn.click(drawn.find('li button'));
    expect(onOpen).toHaveBeenCalledWith(person());
  });

  it('offers more only while there is more', async () => {
    expect((await draw(list())).text()).not.toContain('Show more');
    const onEnd = vi.fn();
    const drawn = await draw(list({ onEnd }));
    await drawn.click(drawn.button('Show more'));
    expect(onEnd).toHaveBeenCalled();
  });
});

describe('a row of the list', () => {
  const parts = async (contact: Contact, search = '') => {
    const drawn = await draw(list({ contacts: [contact], search }));
    const text = (selector: string) => drawn.root.querySelector(selector)?.textContent ?? null;
    return { name: text('.person-name'), beside: text('.person-company'), below: text('.person-more') };
  };

  it('never has the address and the organization on one line', async () => {
    const { email, company } = person();
    expect(await parts(person())).toEqual({ name: 'Noémie Gagnon', beside: company, below: email });
  });

  it('is titled by the address where there is no name', async () => {
    const nameless = person({ first_name: '', last_name: '' });
    expect(await parts(nameless)).toEqual({
      name: nameless.email,
      beside: null,
      below: nameless.company,
    });
  });

  it('shows the organization under the address where that is what was searched for', async () => {
    const drawn = await draw(
      list({ contacts: [person({ email: 'n@x.example', company: 'Guild of Bakers' })], search: 'baker' }),
    );
    expect(drawn.find('.person-third').textContent).toBe('Guild of Bakers');
    expect(drawn.root.querySelector('.person-company')).toBeNull();
  });

  it('breaks an address only before the sign, and keeps it whole for copying', async () => {
    const drawn = await draw(list({ contacts: [person({ email: 'no.gagnon@lakeside.example.org' })] }));
    const address = drawn.find('.person-more');
    expect(address.textContent).toBe('no.gagnon@lakeside.example.org');
    expect([...address.children].map(({ localName, className }) => className || localName)).toEqual([
      'email-part',
      'wbr',
      'email-part',
    ]);
    expect(address.querySelector('wbr')?.nextSibling?.textContent).toBe('@lakeside.example.org');
  });

  it('is one stop of Tab with all others, the one that had the focus last', async () => {
    const drawn = await draw(list({ contacts: ['1', '2', '3'].map((id) => person({ id })) }));
    const stops = () =>
      [...drawn.root.querySelectorAll('li button')].map((row) => (row as HTMLElement).tabIndex);
    expect(stops()).toEqual([0, -1, -1]);
    await act(() => drawn.find('li:nth-child(2) button').focus());
    expect(stops()).toEqual([-1, 0, -1]);
  });
});

describe('the keys of the list', () => {
  afterEach(() => vi.useRealTimers());
  const key = (type: 'keydown' | 'keyup', name: string, target: EventTarget = window) =>
    act(
      () =>
        void target.dispatchEvent(new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true })),
    );

  it('are shown while a modifier is held, and not at once', async () => {
    vi.useFakeTimers();
    const drawn = await draw(<KeyHints canOpen />);
    await key('keydown', 'Control');
    expect(drawn.text()).toBe('');
    await act(() => void vi.advanceTimersByTime(500));
    expect(drawn.text()).toContain('open');
    await key('keyup', 'Control');
    expect(drawn.text()).toBe('');
  });

  it('are not shown to whoever presses a shortcut', async () => {
    vi.useFakeTimers();
    const drawn = await draw(<KeyHints canOpen />);
    await key('keydown', 'Control');
    await key('keydown', 'a');
    await act(() => void vi.advanceTimersByTime(500));
    expect(drawn.text()).toBe('');
  });

  it('come and go with a question mark, but not inside typed text', async () => {
    const drawn = await draw(
      <>
        <input value="who" />
        <KeyHints canOpen={false} />
      </>,
    );
    await key('keydown', '?', drawn.find('input'));
    expect(drawn.text()).toBe('');
    await key('keydown', '?');
    expect(drawn.text()).toContain('add');
    expect(drawn.text()).not.toContain('open');
    await key('keydown', '?');
    expect(drawn.text()).toBe('');
  });
});

describe('the search box', () => {
  const box = (props: Partial<Parameters<typeof SearchBox>[0]> = {}) => (
    <SearchBox
      value="ga"
      maxLength={200}
      onChange={() => undefined}
      onEnter={() => undefined}
      onAdd={() => undefined}
      {...props}
    />
  );
  const press = (key: string, more: KeyboardEventInit = {}) =>
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });

  it('has the focus and a name when it is drawn', async () => {
    const drawn = await draw(box());
    expect(document.activeElement).toBe(drawn.find('input'));
    expect(drawn.find('input').getAttribute('aria-label')).toBe('Search contacts');
    expect(drawn.find<HTMLInputElement>('input').type).toBe('search');
  });

  it('opens with Enter, adds with Control and Enter', async () => {
    const [onEnter, onAdd] = [vi.fn(), vi.fn()];
    const drawn = await draw(box({ onEnter, onAdd }));
    drawn.find('input').dispatchEvent(press('Enter'));
    expect([onEnter.mock.calls.length, onAdd.mock.calls.length]).toEqual([1, 0]);
    drawn.find('input').dispatchEvent(press('Enter', { ctrlKey: true }));
    expect([onEnter.mock.calls.length, onAdd.mock.calls.length]).toEqual([1, 1]);
  });

  it('does nothing with the Enter that ends a composition', async () => {
    const onEnter = vi.fn();
    const drawn = await draw(box({ onEnter }));
    drawn.find('input').dispatchEvent(press('Enter', { isComposing: true }));
    expect(onEnter).not.toHaveBeenCalled();
  });

  it('is emptied by Escape, which closes the popup only when it is empty', async () => {
    const onChange = vi.fn();
    const full = press('Escape');
    (await draw(box({ onChange }))).find('input').dispatchEvent(full);
    expect([onChange.mock.calls, full.defaultPrevented]).toEqual([[['']], true]);
    const empty = press('Escape');
    (await draw(box({ value: '' }))).find('input').dispatchEvent(empty);
    expect(empty.defaultPrevented).toBe(false);
  });
});

describe('matches', () => {
  it.each([
    ['nothing for an empty search', 'Gagnon', ' ', []],
    [
      'whatever the case and the accents',
      'Noémie GAGNON',
      'noe gag',
      [
        [0, 3],
        [7, 10],
      ],
    ],
    [
      'every word that begins so',
      'Anna Annick Joanna',
      'ann',
      [
        [0, 3],
        [5, 8],
      ],
    ],
    ['nothing inside a word', 'Canadian Guild', 'nadia', []],
    ['no single letter', 'Nadia Raghunathan', 'nadia r', [[0, 5]]],
    ['the parts of an address', 'n.roy@lac-brome.example.org', 'brome', [[10, 15]]],
    ['overlapping words once', 'gagnon', 'gag gagn', [[0, 4]]],
    ['characters of a pattern as they are', 'axb a.b', 'a.b', [[4, 7]]],
    ['a typographic apostrophe for a straight one', 'Réjean D’Amours', "d'amours", [[7, 15]]],
    ['a hyphen for a blank, and a blank for a hyphen', 'Anne-Marie', 'anne-ma', [[0, 7]]],
    ['a ligature for its letters, and whole', 'Sœur Lœvik', 'lo', [[5, 7]]],
    ['an accent of its own with its letter', 'Rene\u0301 Roy', 'rene', [[0, 5]]],
    ['what pasted punctuation stands around', 'Anne Roy', '"Roy,', [[5, 8]]],
    ['ligatures without moving what follows', 'œuvre Gagnon', 'gagnon', [[6, 12]]],
  ] as const)('mark %s', (_, text, search, ranges) => {
    expect(matchRanges(text, search)).toEqual(ranges);
  });

  it('are marked, and the text stays whole', async () => {
    const drawn = await draw(<Highlight text="Noémie Gagnon" search="gag" />);
    expect(drawn.find('mark').textContent).toBe('Gag');
    expect(drawn.text()).toBe('Noémie Gagnon');
  });
});

it('never shows an unknown status as one that may be mailed', async () => {
  const drawn = await draw(<ConsentBadge consent={{ status: 'Implied', mailable: 'unknown' }} />);
  expect(drawn.text()).toBe('Unknown');
});

it.each([
  [{ email: 'a@x.example', first_name: '', last_name: '' }, 'a@x.example', 'A'],
  [{ email: 'a@x.example', first_name: 'Émile', last_name: 'de la Tour' }, 'Émile de la Tour', 'ÉT'],
  [{ email: 'a@x.example', first_name: '', last_name: 'de la Cruz' }, 'de la Cruz', 'C'],
  [{ email: 'a@x.example', first_name: 'Zoé', last_name: 'd’Aoust' }, 'Zoé d’Aoust', 'ZA'],
  [{ email: 'a@x.example', first_name: '🙂', last_name: '' }, '🙂', '🙂'],
])('names a person by what is known: %o', (one, name, letters) => {
  expect(displayName(one)).toBe(name);
  expect(initials(name)).toBe(letters);
});
