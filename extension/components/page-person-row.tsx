/** One person of the page: known people open, unknown ones can be ticked or added. */
import type { ContactField } from '../../shared/contact-fields.ts';
import type { Contact } from '../../shared/schemas/contact.ts';
import { Avatar } from './avatar.tsx';
import { Button } from './button.tsx';
import { Check } from './choice.tsx';
import { ConsentBadge } from './consent-badge.tsx';
import { Email } from './email.tsx';
import { displayName } from './person-name.ts';
import { phoneWords } from './phone-words.ts';
import { useTranslation } from './translation.tsx';

interface PagePersonRowProps {
  person: {
    email: string;
    fields: Partial<Record<ContactField, string>>;
    isFolded: boolean;
    contact: Contact | null;
  };
  ticked: boolean;
  /** Absent where several at once are not allowed. */
  onTick?: ((ticked: boolean) => void) | undefined;
  onAdd: () => void;
  onOpen: (contact: Contact) => void;
}

export function PagePersonRow({ person, ticked, onTick, onAdd, onOpen }: PagePersonRowProps) {
  const { t } = useTranslation();
  const { email, contact, fields, isFolded } = person;
  const name = displayName({ ...(contact ?? fields), email });
  const words = (
    <span class="person-words">
      <span class={name === email ? 'break' : 'person-name'}>
        {name === email ? <Email address={email} /> : name}
      </span>{' '}
      {name === email ? null : (
        <span class="person-more">
          <Email address={email} />
        </span>
      )}{' '}
      <Role person={contact ?? fields} note={isFolded ? t('page.folded') : ''} />
    </span>
  );
  if (contact !== null)
    return (
      <li>
        <button type="button" class="person" data-return={contact.id} onClick={() => onOpen(contact)}>
          <Avatar name={name} />
          {words} <ConsentBadge compact consent={contact.consent} />
        </button>
      </li>
    );
  return (
    <li class="person">
      {onTick === undefined ? null : (
        <Check hideLabel label={t('page.tick', { name })} checked={ticked} onChange={onTick} />
      )}
      {words}
      <span class="person-end">
        <span class="person-more">{t('page.notInEnvoke')}</span>
        <Button weight="outline" onClick={onAdd}>
          {t('page.add')}
          <span class="hidden-text"> {name}</span>
        </Button>
      </span>
    </li>
  );
}

interface RoleProps {
  person: Partial<Record<ContactField, string>>;
  note: string;
}

/** Title, organization and phone number, on their own line and never beside the address. */
function Role({ person: { title = '', company = '', phone = '' }, note }: RoleProps) {
  const { t } = useTranslation();
  const number = phone === '' ? '' : <span class="phone">{phoneWords(phone, t)}</span>;
  const parts = [title, company, number, note].filter((part) => part !== '');
  if (parts.length === 0) return null;
  return (
    <span class="person-more person-third">
      {parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part]))}
    </span>
  );
}
