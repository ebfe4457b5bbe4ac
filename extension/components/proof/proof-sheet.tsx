/** The proof sheet of one contact: what Envoke has now, and every line of the record. It can be printed. */

import type { ComponentChildren } from 'preact';
import { GROUND_RULES, GROUNDS } from '../../../shared/consent-grounds.ts';
import type { ActivityEntry } from '../../../shared/schemas/account.ts';
import type { Consent, Contact } from '../../../shared/schemas/contact.ts';
import { formatDay, formatMoment, type Translate } from '../../lib/i18n/index.ts';
import { mailStatusOf } from '../../lib/i18n/mail-status.ts';
import { BASIS_KEYS, CONDITION_KEYS } from '../add/consent-fields.tsx';
import { MAIL_STATUS_LOOK } from '../consent-words.ts';
import { whyOf } from '../contact/consent-card.tsx';
import { ACTION_KEYS, consentChange, statusWords, TROUBLE_KEYS } from '../contact/history.tsx';
import { Email } from '../email.tsx';
import { Icon } from '../icon.tsx';
import { displayName } from '../person-name.ts';
import { useTranslation } from '../translation.tsx';

export interface Proof {
  accountName: string;
  contact: Contact;
  /** Newest first. */
  entries: readonly ActivityEntry[];
  /** The record line that holds the description Envoke has now; undefined when there is none. */
  wordsOf: ActivityEntry | undefined;
  /** Seconds since 1970. */
  readAt: number;
}

/** What this browser knows of the consent, and Envoke does not have yet. */
export interface Unrecorded {
  /** The consent as the writes that wait leave it. */
  consent: Consent;
  unsubscribing: { reason: string; isRefused: boolean } | undefined;
}

interface ProofSheetProps {
  proof: Proof;
  /** Null where Envoke has everything. */
  unrecorded: Unrecorded | null;
}

export function ProofSheet({ proof, unrecorded }: ProofSheetProps) {
  const { t, language } = useTranslation();
  const { accountName, contact, entries, readAt } = proof;
  return (
    <article class="proof">
      <header>
        <h1 class="break">{t('proof.title', { name: displayName(contact) })}</h1>
        <p class="soft">{t('proof.of', { account: accountName, moment: formatMoment(readAt, language) })}</p>
      </header>
      <Now {...proof} unrecorded={unrecorded} />
      <section class="stack">
        <h2>{t('proof.record')}</h2>
        {entries.length === 0 ? <p>{t('proof.nothing')}</p> : null}
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </section>
    </article>
  );
}

/** Envoke's data is shown as it is; whether a message may be sent is said by what is known here too. */
function Now({ contact, wordsOf, unrecorded }: Proof & Pick<ProofSheetProps, 'unrecorded'>) {
  const { t, language } = useTranslation();
  const { consent } = contact;
  const known = unrecorded?.consent ?? consent;
  const mailStatus = mailStatusOf(known);
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
  return (
    <section class="stack-tight">
      <h2>{t('proof.now')}</h2>
      <div class="card">
        <p class={`verdict tone-${MAIL_STATUS_LOOK[mailStatus].tone}`}>
          <Icon name={MAIL_STATUS_LOOK[mailStatus].icon} />
          {t(unrecorded?.unsubscribing === undefined ? whyOf(known) : 'contact.whyUnrecorded')}
        </p>
        {unrecorded === null ? null : <Waiting {...unrecorded} />}
        <Facts
          facts={[
            ['proof.name', name],
            ['field.email', <Email address={contact.email} />],
            ['field.company', contact.company],
            ['proof.change', statusWords(consent.status, t)],
            [
              'contact.since',
              consent.effective_date === '' ? '' : formatDay(consent.effective_date, language),
            ],
            ['contact.until', consent.ends_on === null ? '' : formatDay(consent.ends_on, language)],
          ]}
        />
        <h3>{t('proof.words')}</h3>
        {consent.description === '' ? (
          <p>{t('proof.noWords')}</p>
        ) : (
          <>
            <p class="quote">{consent.description}</p>
            <p class="small soft">
              {wordsOf === undefined
                ? t('proof.wordsOther')
                : t('proof.wordsSame', { moment: formatMoment(wordsOf.at, language) })}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

function Waiting({ unsubscribing }: Unrecorded) {
  const { t } = useTranslation();
  if (unsubscribing === undefined) return <p>{t('proof.waits')}</p>;
  const { reason, isRefused } = unsubscribing;
  return (
    <>
      <p>{t(isRefused ? 'unsubscribe.refused' : 'proof.waits')}</p>
      <p class="small">{t('outbox.doesUnsubscribe', { reason })}</p>
    </>
  );
}

function Line({ entry }: { entry: ActivityEntry }) {
  const { t, language } = useTranslation();
  return (
    <section class="proof-line">
      <h3>
        {formatMoment(entry.at, language)} – {t(ACTION_KEYS[entry.action])}
        {entry.outcome === 'done' ? '' : ` (${t(TROUBLE_KEYS[entry.outcome])})`}
      </h3>
      <Facts
        facts={[
          ['proof.who', entry.person || t('proof.nobody')],
          ['proof.change', consentChange(entry, t)],
          ['proof.ground', groundWords(entry.basis, t)],
          ['proof.day', entry.happened_on ? formatDay(entry.happened_on, language) : ''],
          ['proof.confirmed', conditionWords(entry.conditions ?? '', t)],
          ['proof.asked', entry.confirmed ? t('proof.yes') : ''],
          ['proof.page', entry.page_url],
          ['proof.answer', entry.answer ? statusWords(entry.answer, t) : ''],
          ['proof.digest', entry.description_digest ?? ''],
          ['proof.line', entry.id],
        ]}
      />
    </section>
  );
}

type FactKey =
  | `proof.${'name' | 'change' | 'who' | 'ground' | 'day' | 'confirmed' | 'asked' | 'page' | 'answer' | 'digest' | 'line'}`
  | 'field.email'
  | 'field.company'
  | 'contact.since'
  | 'contact.until';

/** A row without a value is left out. */
function Facts({ facts }: { facts: readonly (readonly [FactKey, ComponentChildren])[] }) {
  const { t } = useTranslation();
  return (
    <dl class="facts small">
      {facts.map(([key, value]) =>
        value === '' ? null : [<dt key={`${key}-name`}>{t(key)}</dt>, <dd key={key}>{value}</dd>],
      )}
    </dl>
  );
}

function groundWords(basis: string, t: Translate): string {
  const ground = GROUNDS.find((one) => one === basis);
  if (ground === undefined) return basis;
  const { section } = GROUND_RULES[ground];
  const words = t(BASIS_KEYS[ground]);
  return section === '' ? words : t('proof.section', { ground: words, section });
}

function conditionWords(conditions: string, t: Translate): string {
  return conditions
    .split(' ')
    .filter(Boolean)
    .map((one) => {
      const condition = Object.entries(CONDITION_KEYS).find(([name]) => name === one);
      return condition === undefined ? one : t(condition[1]);
    })
    .join('; ');
}
