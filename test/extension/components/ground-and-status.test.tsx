// @vitest-environment happy-dom
/** The form says of emailing what it will save: where the status allows none, no ground says that it is permitted. */
import { describe, expect, it, vi } from 'vitest';
import { ConsentFields } from '../../../extension/components/add/consent-fields.tsx';
import { STATUS_KEYS } from '../../../extension/components/consent-words.ts';
import { loadTranslator } from '../../../extension/lib/i18n/index.ts';
import { WRITABLE_CONSENT_STATUSES } from '../../../shared/consent.ts';
import { GROUND_RULES, GROUNDS } from '../../../shared/consent-grounds.ts';
import { draw } from './draw.tsx';

type Props = Parameters<typeof ConsentFields>[0];

const TODAY = '2026-11-30';
const fields = (choice: Partial<Props['choice']>, props: Partial<Props> = {}) => (
  <ConsentFields
    choice={{
      basis: 'inquired',
      status: 'Not Provided',
      description: 'A',
      happenedOn: TODAY,
      conditions: [],
      ...choice,
    }}
    groundStatus={GROUND_RULES[choice.basis ?? 'inquired'].status ?? 'Not Provided'}
    allowed={WRITABLE_CONSENT_STATUSES}
    today={TODAY}
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

describe('a ground under a status that allows no emails', () => {
  it.each(
    GROUNDS.flatMap((basis) => [TODAY, '2020-01-01', '2026-11', ''].map((day) => [basis, day] as const)),
  )('%s on %j is not said to permit any, in either language', async (basis, happenedOn) => {
    for (const language of ['en', 'fr'] as const)
      for (const status of ['Not Provided', 'Revoked'] as const) {
        const text = (await draw(fields({ basis, happenedOn, status }), language)).text();
        expect(text).not.toMatch(/OK to email until [^.]*\d\.|Envoi permis jusqu’au [^.]*\d\./);
      }
  });

  it('says that its time is over, and what is saved, once that was chosen', async () => {
    const text = (await draw(fields({ happenedOn: '2026-05-29' }))).text();
    expect(text).toContain(
      'It was OK to email until November 29, 2026 only. The contact is saved as Not Provided, and not emailed.',
    );
  });

  it('offers the way back where its time is not over, and the person takes it', async () => {
    const onStatus = vi.fn();
    const drawn = await draw(fields({}, { onStatus }));
    expect(drawn.text()).toContain('the contact is saved as Not Provided, and not emailed');
    await drawn.click(drawn.button('Record as Implied - Inquiry'));
    expect(onStatus).toHaveBeenCalledWith('Implied - Inquiry');
  });

  it('offers no status that the settings do not allow', async () => {
    const drawn = await draw(fields({}, { allowed: ['Not Provided'] }));
    expect(drawn.root.querySelectorAll('.notice button')).toHaveLength(0);
    const over = { status: 'Implied - Inquiry', happenedOn: '2026-05-29' } as const;
    const other = await draw(fields(over, { allowed: ['Implied - Inquiry'] }));
    expect(other.text()).toContain('OK to email until November 29, 2026 only');
    expect(other.root.querySelectorAll('.notice button')).toHaveLength(0);
  });

  it('is no contradiction where the organisation gives the ground no consent', async () => {
    const drawn = await draw(fields({}, { groundStatus: 'Not Provided' }));
    expect(drawn.root.querySelector('.notice')).toBeNull();
  });
});

it.each(['inquired', 'client', 'donor'] as const)(
  'a ground that counts (%s) says until when',
  async (basis) => {
    const status = GROUND_RULES[basis].status ?? 'Express';
    const { t } = await loadTranslator('en');
    const text = (await draw(fields({ basis, status }))).text();
    expect(text).toMatch(/OK to email until \w+ \d+, \d{4}\./);
    expect(text).toContain(t(STATUS_KEYS[status]));
  },
);
