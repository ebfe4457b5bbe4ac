// @vitest-environment happy-dom
/** A thousand hostile strings in every place that shows other people's text: they appear as text, nothing more. */
import type { ComponentChild } from 'preact';
import { describe, expect, it } from 'vitest';
import { ExistingContact } from '../../../extension/components/add/existing-contact.tsx';
import { InterestsPicker } from '../../../extension/components/add/interests-picker.tsx';
import { MainFields } from '../../../extension/components/add/person-fields.tsx';
import { BulkRowLine } from '../../../extension/components/bulk/bulk-row.tsx';
import { ConsentCard } from '../../../extension/components/contact/consent-card.tsx';
import { ContactSummary } from '../../../extension/components/contact/contact-summary.tsx';
import { ContactList } from '../../../extension/components/contact-list.tsx';
import { OutboxLine } from '../../../extension/components/outbox/outbox-line.tsx';
import { PagePersonRow } from '../../../extension/components/page-person-row.tsx';
import { loadTranslator } from '../../../extension/lib/i18n/index.ts';
import { hostileStrings } from '../../hostile-strings.ts';
import { inWholeRun } from '../../whole-run.ts';
import { draw } from '../components/draw.tsx';
import { person } from '../components/people.ts';
import { anItem } from '../outbox/items.ts';

const HOSTILE = hostileStrings();
/** Of the places other than the list each shows a share, and together they show all of them. */
const SHARES = inWholeRun(4, 8);
const LISTED = HOSTILE.filter((_text, at) => at % inWholeRun(1, 4) === 0);
const nothing = () => undefined;

/** A contact with the same text in every field. */
const named = (text: string, id = '1') =>
  person({
    id,
    first_name: text,
    last_name: text,
    company: text,
    title: text,
    city: text,
    consent: { status: text, description: text, effective_date: text, ends_on: null, mailable: 'unknown' },
    interests: [text],
  });

const fieldsOf = (text: string) => {
  const {
    id: _id,
    created_at: _at,
    consent: _consent,
    interests: _all,
    custom_fields: _own,
    ...fields
  } = named(text);
  return fields;
};

/** How each place is drawn with some words in it. */
const PLACES: Readonly<Record<string, (text: string) => ComponentChild>> = {
  'the contact': (text) => <ContactSummary contact={named(text)} onCopy={nothing} onEdit={nothing} />,
  'its consent': (text) => <ConsentCard consent={named(text).consent} today="2026-11-24" />,
  'somebody who is there already': (text) => (
    <ExistingContact
      contact={named(text)}
      gaps={[{ field: 'city', here: text, there: '' }]}
      differs={[{ field: 'title', here: text, there: `${text} there` }]}
      confirmed
      hasProof
      onConfirm={nothing}
      onFillGaps={nothing}
      onAddBack={nothing}
      onOpen={nothing}
    />
  ),
  'the add form': (text) => <MainFields values={fieldsOf(text)} onChange={nothing} />,
  'tags and subscriptions': (text) => (
    <InterestsPicker offered={[{ id: '1', name: text, kind: 'tag' }]} chosen={[text]} onToggle={nothing} />
  ),
  'a row of the review': (text) => (
    <BulkRowLine
      values={fieldsOf(text)}
      ticked
      own={{
        status: 'Express',
        description: text,
        language: 'en',
        lacksProof: false,
        happenedOn: '2026-01-01',
        min: '1971-01-01',
        today: '2026-01-02',
      }}
      mayFollowAll
      allowed={['Express']}
      there={named(text)}
      isUnrecordedNo
      waits={null}
      twice={false}
      wrongEmail={false}
      onTick={nothing}
      onField={nothing}
      onStatus={nothing}
      onDay={nothing}
      onDescription={nothing}
    />
  ),
  'a line of the outbox': (text) => (
    <OutboxLine
      what={text}
      item={anItem({
        operation: {
          kind: 'create',
          draft: { email: 'a@x.example', first_name: text, consent_status: 'Express' },
        },
        state: {
          status: 'failed',
          failure: {
            slug: 'contact-rejected',
            requestId: text,
            envokeErrors: [text],
            errors: [],
            contact: null,
          },
        },
      })}
      status="failed"
      onRetry={nothing}
      onDrop={nothing}
    />
  ),
  'an address of the page': (text) => (
    <PagePersonRow
      person={{ email: text, contact: null, fields: { first_name: text, title: text }, isFolded: true }}
      ticked
      onTick={nothing}
      onAdd={nothing}
      onOpen={nothing}
    />
  ),
};

/** What kinds of elements there are: each with the names of its attributes. */
function elementKinds(root: HTMLElement): Set<string> {
  return new Set(
    [...root.querySelectorAll('*')].map(
      (element) => `${element.localName} ${element.getAttributeNames().toSorted().join(' ')}`,
    ),
  );
}

describe('hostile strings', () => {
  it('number more than a thousand', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(1_000);
  });

  for (const [turn, [place, drawWith]] of Object.entries(PLACES).entries())
    it(`are text in ${place}`, { timeout: 60_000 }, async () => {
      const tame = elementKinds((await draw(drawWith('Tame'))).root);
      const long = elementKinds((await draw(drawWith('Tame '.repeat(5_000)))).root);
      const blank = elementKinds((await draw(drawWith(''))).root);
      const address = elementKinds((await draw(drawWith('tame@example.org'))).root);
      const allowed = new Set([...tame, ...long, ...blank, ...address]);
      const strings = HOSTILE.filter((_text, at) => at % SHARES === turn % SHARES);
      const { root } = await draw(strings.map((text) => <div key={text}>{drawWith(text)}</div>));
      allowed.add('div ');
      expect([...elementKinds(root)].filter((kind) => !allowed.has(kind))).toEqual([]);
      const shown = [...root.children].map(
        (child) => child.textContent + [...child.querySelectorAll('input')].map(({ value }) => value).join(),
      );
      // A field of one line shows no line breaks: that is the browser's own doing.
      const oneLine = (text: string) => text.replace(/[\r\n]/g, '').trim();
      expect(strings.filter((text, at) => !oneLine(shown[at] ?? '').includes(oneLine(text)))).toEqual([]);
    });

  it('are text in the list of contacts, also where a search marks them', { timeout: 60_000 }, async () => {
    const contacts = LISTED.map((text, at) => named(text, String(at)));
    const list = <ContactList contacts={contacts} search="hostile() <b" marksFirst onOpen={nothing} />;
    const { root } = await draw(list);
    const names = [...root.querySelectorAll('.person-name')].map(({ textContent }) => textContent);
    expect(names.filter((name, at) => !name?.includes(LISTED[at]?.trim() ?? '')).length).toBe(0);
    const kinds = [...root.querySelectorAll('*')].map(({ localName }) => localName);
    expect([...new Set(kinds)].toSorted()).toEqual([
      'button',
      'h1',
      'li',
      'mark',
      'path',
      'span',
      'svg',
      'ul',
      'wbr',
    ]);
    expect([...root.querySelectorAll('li *')].flatMap((one) => one.getAttributeNames())).not.toContainEqual(
      expect.stringMatching(/^on|^src$|^href$|^style$/),
    );
  });

  it('stay unchanged inside a sentence', async () => {
    for (const language of ['en', 'fr'] as const) {
      const { t } = await loadTranslator(language);
      const [before = '', after = ''] = t('outbox.taken', { name: '|' }).split('|');
      const changed = HOSTILE.filter((name) => t('outbox.taken', { name }) !== before + name + after);
      expect(changed).toEqual([]);
    }
  });
});
