// @vitest-environment happy-dom
/** Consent on screen: its text, and what must be confirmed. */
import { describe, expect, it, vi } from 'vitest';
import { ConsentFields } from '../../../extension/components/add/consent-fields.tsx';
import { ExistingContact } from '../../../extension/components/add/existing-contact.tsx';
import { FieldGrid, type FieldValues } from '../../../extension/components/add/person-fields.tsx';
import { ConsentCard } from '../../../extension/components/contact/consent-card.tsx';
import { UnsubscribeForm } from '../../../extension/components/contact/unsubscribe-form.tsx';
import { TranslationProvider } from '../../../extension/components/translation.tsx';
import { loadTranslator } from '../../../extension/lib/i18n/index.ts';
import { mailStatusOf } from '../../../extension/lib/i18n/mail-status.ts';
import { isWithdrawn, needsDescription, WRITABLE_CONSENT_STATUSES } from '../../../shared/consent.ts';
import { GROUNDS } from '../../../shared/consent-grounds.ts';
import { CONTACT_FIELDS } from '../../../shared/contact-fields.ts';
import { draw, mount } from './draw.tsx';
import { person, UNSUBSCRIBED } from './people.ts';

const existing = (props: Partial<Parameters<typeof ExistingContact>[0]> = {}) => (
  <ExistingContact
    contact={person()}
    gaps={[]}
    differs={[]}
    confirmed={false}
    hasProof={true}
    onConfirm={() => undefined}
    onFillGaps={() => undefined}
    onAddBack={() => undefined}
    onOpen={() => undefined}
    {...props}
  />
);

describe('somebody who has unsubscribed', () => {
  it('cannot be brought back without the confirmation', async () => {
    const drawn = await draw(existing({ contact: person({ consent: UNSUBSCRIBED }) }));
    expect(drawn.text()).toContain('is in Envoke: do not email');
    expect(drawn.button('Resubscribe with this consent').disabled).toBe(true);
  });

  it('cannot be brought back while the form has no consent that allows sending', async () => {
    const consent = UNSUBSCRIBED;
    const drawn = await draw(existing({ contact: person({ consent }), confirmed: true, hasProof: false }));
    expect(drawn.button('Resubscribe with this consent').disabled).toBe(true);
  });

  it('can be brought back once such consent is given', async () => {
    const onAddBack = vi.fn();
    const drawn = await draw(
      existing({ contact: person({ consent: UNSUBSCRIBED }), confirmed: true, onAddBack }),
    );
    await drawn.click(drawn.button('Resubscribe with this consent'));
    expect(onAddBack).toHaveBeenCalledOnce();
  });
});

describe('the grounds', () => {
  const BEFORE = ['published', 'donor', 'member', 'card'] as const;
  const fields = (basis: 'found' | 'published', hidden: 'published'[] = []) => (
    <ConsentFields
      choice={{ basis, status: 'Not Provided', description: '', happenedOn: '2026-05-01', conditions: [] }}
      groundStatus="Not Provided"
      allowed={WRITABLE_CONSENT_STATUSES}
      usual={BEFORE}
      hidden={hidden}
      today="2026-05-01"
      descriptionLanguage="en"
      descriptionNote={null}
      onBasis={() => undefined}
      onDay={() => undefined}
      onCondition={() => undefined}
      onNotProvided={() => undefined}
      onStatus={() => undefined}
      onDescription={() => undefined}
    />
  );

  it('keep the one that is chosen at first among the first four, however often others were used', async () => {
    const drawn = await draw(fields('found'));
    const values = [...drawn.root.querySelectorAll<HTMLInputElement>('fieldset:first-of-type input')];
    expect(values.slice(0, 4).map(({ value }) => value)).toEqual(['published', 'donor', 'member', 'found']);
    expect(drawn.find<HTMLDetailsElement>('details').open).toBe(false);
  });

  it('keep the chosen one in sight where the settings stop offering it meanwhile', async () => {
    const drawn = await draw(fields('found'));
    const translator = await loadTranslator('en');
    await mount(
      <TranslationProvider value={translator}>{fields('published', ['published'])}</TranslationProvider>,
      drawn.root,
    );
    expect(drawn.find<HTMLInputElement>('input[value=published]').checked).toBe(true);
  });

  it('say “More grounds” once to the eye, and name the group for a screen reader', async () => {
    const drawn = await draw(fields('found'));
    const legend = [...drawn.root.querySelectorAll('legend')].find(
      (one) => one.textContent === 'More grounds',
    );
    expect(legend?.className).toBe('hidden-text');
  });
});

describe('why nobody may be emailed', () => {
  it.each([
    ['en', 'unsubscribed or withdrew consent, or was added by mistake and that was undone'],
    ['fr', 's’est désabonnée ou a retiré son consentement, ou son ajout par erreur a été annulé'],
  ] as const)('names all that Revoked can stand for, in %s', async (language, words) => {
    const card = <ConsentCard consent={UNSUBSCRIBED} today="2026-05-01" />;
    expect((await draw(card, language)).text()).toContain(words);
  });

  it('is a report of spam only where Envoke says so', async () => {
    const reported = { ...UNSUBSCRIBED, status: 'External Spam Reported' };
    const text = (await draw(<ConsentCard consent={reported} today="2026-05-01" />)).text();
    expect(text).toContain('this person reported spam');
    expect(text).not.toContain('unsubscribed');
  });
});

describe('somebody who is there', () => {
  it('is named, and offers nothing where nothing is missing', async () => {
    const drawn = await draw(existing());
    expect(drawn.text()).toContain('Noémie Gagnon is already in Envoke');
    expect([...drawn.root.querySelectorAll('button')].map((button) => button.textContent)).toEqual([
      'Open contact',
    ]);
  });

  it('can have missing fields filled', async () => {
    const gaps = [{ field: 'phone', here: '613-555-0142', there: '' }] as const;
    const onFillGaps = vi.fn();
    const drawn = await draw(existing({ gaps, onFillGaps }));
    await drawn.click(drawn.button('Fill in 1 field'));
    expect(onFillGaps).toHaveBeenCalledOnce();
  });
});

describe("a contact's language", () => {
  const choices = async (language: string) => {
    const none = Object.fromEntries(CONTACT_FIELDS.map((name) => [name, ''])) as FieldValues;
    const values = { ...none, language };
    const drawn = await draw(<FieldGrid names={['language']} values={values} onChange={() => undefined} />);
    return drawn.find<HTMLSelectElement>('select');
  };

  it('is one of two, or not known', async () => {
    const select = await choices('fr');
    expect([...select.options].map(({ text }) => text)).toEqual(['Not known', 'English', 'French']);
    expect(select.value).toBe('fr');
  });

  it('stays what Envoke has until somebody chooses another', async () => {
    const select = await choices('es');
    expect(select.value).toBe('es');
    expect([...select.options].map(({ value }) => value)).toEqual(['', 'en', 'fr', 'es']);
  });
});

describe('the consent decision', () => {
  const fields = (props: Partial<Parameters<typeof ConsentFields>[0]> = {}) => (
    <ConsentFields
      choice={{ basis: 'found', status: 'Not Provided', description: '', happenedOn: '', conditions: [] }}
      groundStatus="Not Provided"
      allowed={WRITABLE_CONSENT_STATUSES}
      today="2026-11-23"
      onDay={() => undefined}
      onCondition={() => undefined}
      onNotProvided={() => undefined}
      descriptionLanguage="en"
      descriptionNote={null}
      onBasis={() => undefined}
      onStatus={() => undefined}
      onDescription={() => undefined}
      {...props}
    />
  );

  it('warns that a published address is no consent', async () => {
    expect((await draw(fields())).text()).toContain('not consent by itself under CASL');
  });

  it('does not say that nobody is emailed where the status lets them be', async () => {
    const choice = {
      basis: 'found',
      status: 'Express',
      description: 'A',
      happenedOn: '',
      conditions: [],
    } as const;
    expect((await draw(fields({ choice }))).text()).not.toContain('not emailed');
  });

  it('shows the status that is saved, also where the administrator does not allow it', async () => {
    const drawn = await draw(fields({ allowed: ['Express'] }));
    expect(drawn.find<HTMLSelectElement>('select').value).toBe('Not Provided');
  });

  it('asks for the description as soon as a consent has none', async () => {
    const choice = {
      basis: 'other',
      status: 'Express',
      description: ' ',
      happenedOn: '',
      conditions: [],
    } as const;
    const drawn = await draw(fields({ choice }));
    expect(drawn.text()).toContain('Say how consent was given: this is your proof.');
    expect(drawn.find('textarea').getAttribute('aria-invalid')).toBeNull();
  });

  it.each([
    ['This month', '2026-11', '2026-11-01', 'Recorded as “November 2026”, counted from November 1, 2026.'],
    ['Last year', '2025', '2025-01-01', 'Recorded as “2025”, counted from January 1, 2025.'],
  ])('does not make a day of “%s”', async (name, happenedOn, day, words) => {
    const choice = {
      basis: 'client',
      status: 'Implied - Transaction',
      description: 'A',
      conditions: [],
    } as const;
    const onDay = vi.fn();
    const drawn = await draw(fields({ choice: { ...choice, happenedOn }, onDay }));
    await drawn.click(drawn.button(name));
    expect(onDay).toHaveBeenCalledWith(happenedOn);
    expect(drawn.find<HTMLInputElement>('input[type=date]').value).toBe(day);
    expect(drawn.find('.field-note').textContent).toContain(`${words} OK to email until`);
  });

  it("offers only what the administrator allows, in Envoke's own words", async () => {
    const drawn = await draw(fields({ allowed: ['Not Provided', 'Express'] }));
    const offered = [...drawn.root.querySelectorAll('option')].map((option) => option.textContent);
    expect(offered).toEqual(['Not Provided', 'Express']);
  });

  it.each([
    ['en', 'The settings offer no ground of consent.'],
    ['fr', 'Les paramètres n’offrent aucun motif de consentement.'],
  ] as const)('has words in place of an empty group of grounds, in %s', async (language, words) => {
    const choice = {
      ...({ basis: 'other', status: 'Revoked', description: '' } as const),
      ...{ happenedOn: '', conditions: [] },
    };
    const drawn = await draw(fields({ choice, allowed: ['Revoked'], hidden: GROUNDS }), language);
    expect(drawn.text()).toContain(words);
    expect(drawn.root.querySelector('fieldset')).toBeNull();
  });

  it('keeps the ground of a saved form in sight where it is not offered any more', async () => {
    const choice = { basis: 'card', status: 'Implied - No Expiry', description: 'Card.' } as const;
    const saved = { ...choice, happenedOn: '2026-11-01', conditions: [] };
    const drawn = await draw(fields({ choice: saved, hidden: ['card'] }));
    expect(drawn.find<HTMLInputElement>('input[value=card]').checked).toBe(true);
  });

  it.each([
    ['2027-05-01', 'Enter today or an earlier day.', 'true'],
    ['2026-05-01', 'OK to email until November 1, 2026.', null],
  ] as const)('says at once of %s: %s', async (happenedOn, words, invalid) => {
    const choice = {
      basis: 'inquired',
      status: 'Implied - Inquiry',
      description: '',
      conditions: [],
    } as const;
    const drawn = await draw(fields({ choice: { ...choice, happenedOn }, today: '2026-10-01' }));
    expect(drawn.find('.field-note').textContent).toBe(words);
    expect(drawn.find('input[type=date]').getAttribute('aria-invalid')).toBe(invalid);
  });

  it('names its fields as help pages do', async () => {
    const drawn = await draw(fields());
    const labels = [...drawn.root.querySelectorAll('label.field-label')].map((label) => label.textContent);
    expect(labels).toEqual(['Consent status', 'Consent description']);
  });

  it('hands on the chosen ground', async () => {
    const onBasis = vi.fn();
    const drawn = await draw(fields({ onBasis }));
    await drawn.click(drawn.find('input[value=inquired]'));
    expect(onBasis).toHaveBeenCalledWith('inquired');
  });
});

describe('the consent of a contact', () => {
  it('says until when implied consent lasts', async () => {
    const consent = {
      status: 'Implied - Transaction',
      description: 'Renewed membership.',
      effective_date: '2025-05-12',
      ends_on: '2027-05-12',
      mailable: 'yes',
    } as const;
    const text = (await draw(<ConsentCard consent={consent} today="2027-05-02" />)).text();
    expect(text).toContain('May 12, 2027 (10 days left)');
    expect(text).toContain('Renewed membership.');
  });

  it.each([
    ['yes', '2027-05-11', '(1 day left)'],
    ['yes', '2027-05-12', '(today)'],
    ['no', '2027-05-12', ''],
    ['no', '2027-05-02', ''],
  ] as const)('mailable %s on %s has left: %j', async (mailable, today, words) => {
    const consent = { ...UNSUBSCRIBED, status: 'Implied', ends_on: '2027-05-12', mailable } as const;
    const { root } = await draw(<ConsentCard consent={consent} today={today} />);
    expect(root.querySelector('.facts')?.textContent?.split('2027')[1]?.trim()).toBe(words);
  });

  it('is shown as it is when the status is not known', async () => {
    const consent = { ...UNSUBSCRIBED, status: 'Implied', mailable: 'unknown' } as const;
    expect((await draw(<ConsentCard consent={consent} today="2027-05-02" />)).text()).toContain('Implied');
  });

  it.each([
    ['Revoked', 'no', 'withdrawn'],
    ['external spam reported', 'no', 'withdrawn'],
    ['Not Provided', 'no', 'no-consent'],
    ['Expired', 'no', 'no-consent'],
    ['Express', 'yes', 'mailable'],
    ['Something new', 'unknown', 'unknown'],
  ] as const)('%s, mailable %s, is %s', (status, mailable, mailStatus) => {
    expect(mailStatusOf({ status, mailable })).toBe(mailStatus);
    expect(isWithdrawn(status)).toBe(mailStatus === 'withdrawn');
  });

  it('needs proof exactly where the status allows sending', () => {
    expect(['Express', 'Implied - Inquiry', 'Not Provided', 'Revoked'].map(needsDescription)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

it('does not unsubscribe anybody without a reason', async () => {
  const onUnsubscribe = vi.fn();
  const drawn = await draw(
    <UnsubscribeForm busy={false} kept="" onType={() => undefined} onUnsubscribe={onUnsubscribe} />,
  );
  expect(drawn.button('Unsubscribe').disabled).toBe(true);
  await drawn.type(drawn.find<HTMLTextAreaElement>('textarea'), ' asked by phone ');
  await drawn.click(drawn.button('Unsubscribe'));
  expect(onUnsubscribe).toHaveBeenCalledWith('asked by phone');
});
