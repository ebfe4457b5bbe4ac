// @vitest-environment happy-dom
/** Why a write was refused, in the person's language where we have words of our own. */
import { describe, expect, it } from 'vitest';
import { OutboxFailure } from '../../../extension/components/outbox/outbox-failure.tsx';
import { phoneWords } from '../../../extension/components/phone-words.ts';
import type { BrokerErrorSlug } from '../../../extension/lib/broker-client/broker-error.ts';
import { type Language, loadTranslator } from '../../../extension/lib/i18n/index.ts';
import type { OutboxItem } from '../../../extension/lib/outbox/outbox-item.ts';
import { anItem, REFUSED } from '../outbox/items.ts';
import { draw } from './draw.tsx';

const TOO_LONG = "The field 'company' may not be longer than 50 characters";
const OTHER = 'The account is full';

function refused(company: string, envokeErrors: readonly string[], language: Language) {
  const failure = {
    slug: 'contact-rejected',
    requestId: null,
    envokeErrors,
    errors: [],
    contact: null,
  } as const;
  const draft = { email: 'a@example.ca', company, consent_status: 'Not Provided' } as const;
  const item = anItem({ operation: { kind: 'create', draft }, state: { status: 'failed', failure } });
  return draw(<OutboxFailure item={item} />, language);
}

describe('a refused person', () => {
  it('has the field that is too long named in French, without the English of Envoke', async () => {
    const text = (await refused('x'.repeat(79), [TOO_LONG], 'fr')).text();
    expect(text).toContain('Organisation\u00a0: Envoke accepte 50\u00a0caractères au plus; il y en a 79.');
    expect(text).not.toContain('may not be longer');
  });

  it('has Envoke’s own words where we have none, said to be Envoke’s and in their language', async () => {
    const drawn = await refused('x'.repeat(79), [TOO_LONG, OTHER], 'fr');
    const quoted = [...drawn.root.querySelectorAll('q')];
    expect(quoted.map((one) => [one.lang, one.textContent])).toEqual([['en', OTHER]]);
    expect(drawn.text()).toContain('Réponse d’Envoke');
  });

  it('keeps Envoke’s sentence about a field that is not too long by our table', async () => {
    expect((await refused('Short', [TOO_LONG], 'en')).find('q').textContent).toBe(TOO_LONG);
  });
});

describe('a refused unsubscribing', () => {
  const operation = {
    kind: 'unsubscribe',
    contactId: '1',
    email: 'a@example.ca',
    said: { reason: 'Phoned.' },
  } as const;
  const words = async (slug: BrokerErrorSlug, isOver = true) => {
    const failure = { ...REFUSED, slug };
    const how = isOver ? { state: { status: 'failed', failure } as const } : { lastFailure: failure };
    return (await draw(<OutboxFailure item={anItem({ operation, ...how })} />)).text();
  };

  it('says what to do, and never to correct what has nothing to correct', async () => {
    expect(await words('contact-rejected')).toContain('unsubscribe this person in Envoke itself');
    expect(await words('contact-rejected')).not.toContain('Correct');
  });

  it('says who can help where the connection lacks the right', async () => {
    expect(await words('envoke-forbids')).toContain('Ask whoever manages your Envoke account today');
  });

  it('says what it waits for, and that nobody is there any more, as other writes do', async () => {
    expect(await words('offline', false)).toContain('You are offline');
    expect(await words('contact-not-found')).toContain('Envoke no longer has this');
  });
});

describe('a write that Envoke does not let the connection make', () => {
  const failure = {
    ...REFUSED,
    slug: 'envoke-forbids',
    envokeErrors: ['This API user may not do this'],
  } as const;
  const words = async (language: Language) =>
    (await draw(<OutboxFailure item={anItem({ state: { status: 'failed', failure } })} />, language)).text();

  it('says who gives the right, and nothing about correcting or waiting', async () => {
    expect(await words('en')).toContain(
      'Ask whoever manages your Envoke account for this right, then try again.',
    );
    expect(await words('fr')).toContain('Demandez ce droit à la personne qui gère votre compte Envoke');
    expect(await words('fr')).toContain('This API user may not do this');
  });
});

describe('a write that the broker did not pass on', () => {
  const words = async (pointer: string, detail: string, language: Language = 'en') => {
    const failure = { ...REFUSED, slug: 'invalid-request', errors: [{ pointer, detail }] } as const;
    const draft = { email: 'a@example.ca', consent_status: 'Express', happened_on: '2026-12-03' } as const;
    const state = { status: 'failed', failure } as const;
    return (
      await draw(<OutboxFailure item={anItem({ operation: { kind: 'create', draft }, state })} />, language)
    ).text();
  };

  it('has the day that is still to come named, and the clock of the computer', async () => {
    expect(await words('/happened_on', 'is still to come')).toContain(
      'Not sent to Envoke: in Canada, December 3, 2026 is still to come. Check the date and time of this computer',
    );
    expect(await words('/happened_on', 'is still to come', 'fr')).toContain(
      'le 3 décembre 2026 est encore à venir. Vérifiez la date et l’heure de cet ordinateur',
    );
  });

  it.each([
    ['/happened_on', 'the period is over', 'a consent that counts from December 3, 2026 has ended'],
    ['/happened_on', 'is before 1971-01-01', 'Correct this, and save again: When?'],
    ['/conditions', 'not confirmed: about-role', 'Correct this, and save again: How did they consent?'],
    ['/email', 'must match pattern', 'Correct this, and save again: Email'],
    ['/page_url', 'must match pattern', 'Contacts for Envoke could not take this as it stands'],
  ])('names the field of %s (%s), and does not put it on Envoke', async (pointer, detail, expected) => {
    const text = await words(pointer, detail);
    expect(text).toContain(expected);
    expect(text).not.toContain('Envoke refused');
  });
});

describe('a refused undo', () => {
  const changes = { consent_status: 'Revoked' } as const;
  const operation = { kind: 'update', contactId: '1', email: 'a@example.ca', changes } as const;
  const words = async (slug: BrokerErrorSlug, item: Partial<OutboxItem>, language: Language = 'en') => {
    const state = { status: 'failed', failure: { ...REFUSED, slug } } as const;
    return (await draw(<OutboxFailure item={anItem({ state, ...item })} />, language)).text();
  };
  const refused = { id: 'item:undo', operation };

  it.each(['contact-rejected', 'invalid-request', 'consent-not-allowed'] as const)(
    'that ended with %s has nothing to correct: it is tried again, or made at the contact',
    async (slug) => {
      expect(await words(slug, refused)).toContain('The undo was not made');
      expect(await words(slug, refused)).toContain('choose “Open contact”');
      expect(await words(slug, refused)).not.toContain('Correct');
      expect(await words(slug, refused, 'fr')).toContain('faites la modification dans la fiche');
    },
  );

  it('says who gives the right, where that is what it lacks', async () => {
    expect(await words('envoke-forbids', refused)).toContain('Ask whoever manages your Envoke account');
  });

  it('says that nobody knows what Envoke has, where that could not be asked', async () => {
    expect(await words('invalid-request', { undoneBecause: 'Undone' })).toContain('could not be found out');
  });
});

describe('a write that waits', () => {
  it.each([
    ['envoke-busy', 'Envoke asks for a short pause. This is sent automatically afterwards.'],
    ['envoke-timeout', 'This is tried again automatically.'],
    ['broker-unreachable', 'What you save is kept here and sent later.'],
  ] as const)('for %s asks nobody to try again', async (slug, expected) => {
    const text = (await draw(<OutboxFailure item={anItem({ lastFailure: { ...REFUSED, slug } })} />)).text();
    expect(text).toContain(expected);
    expect(text).not.toMatch(/Try again (shortly|in a moment)/);
  });
});

describe('a phone number', () => {
  it.each([
    ['+14505550112', '450-555-0112', '450-555-0112'],
    ['(613) 555-0155', '613-555-0155', '613-555-0155'],
    ['+16135550155 x221', '613-555-0155 ext. 221', '613-555-0155, poste\u00a0221'],
    ['613 555-0155, poste 22', '613-555-0155 ext. 22', '613-555-0155, poste\u00a022'],
    ['+33 1 55 50 01 12', '+33 1 55 50 01 12', '+33 1 55 50 01 12'],
    ['', '', ''],
  ])('%s is %s in English and %s in French', async (phone, english, french) => {
    expect(phoneWords(phone, (await loadTranslator('en')).t)).toBe(english);
    expect(phoneWords(phone, (await loadTranslator('fr')).t)).toBe(french);
  });
});
