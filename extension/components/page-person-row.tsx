/** One address of the page: known people open, unknown ones can be ticked or added. */
import type { Contact } from '../../shared/schemas/contact.ts';
import { Avatar } from './avatar.tsx';
import { Button } from './button.tsx';
import { Check } from './choice.tsx';
import { ConsentBadge } from './consent-badge.tsx';
import { Email } from './email.tsx';
import { displayName } from './person-name.ts';
import { useTranslation } from './translation.tsx';

interface PagePersonRowProps {
  person: { email: string; contact: Contact | null };
  ticked: boolean;
  /** Absent where several at once are not allowed. */
  onTick?: ((ticked: boolean) => void) | undefined;
  onAdd: () => void;
  onOpen: (contact: Contact) => void;
}

export function PagePersonRow({ person, ticked, onTick, onAdd, onOpen }: PagePersonRowProps) {
  const { t } = useTranslation();
  const { email, contact } = person;
  if (contact !== null) {
    const name = displayName(contact);
    return (
      <li>
        <button type="button" class="person" data-return={contact.id} onClick={() => onOpen(contact)}>
          <Avatar name={name} />
          <span class="person-words">
            <span class="person-name">{name === email ? <Email address={email} /> : name}</span>{' '}
            {name === email ? null : (
              <span class="person-more">
                <Email address={email} />
              </span>
            )}
          </span>{' '}
          <ConsentBadge compact consent={contact.consent} />
        </button>
      </li>
    );
  }
  return (
    <li class="person">
      {onTick === undefined ? null : (
        <Check hideLabel label={t('page.tick', { email })} checked={ticked} onChange={onTick} />
      )}
      <span class="person-words">
        <span class="break">
          <Email address={email} />
        </span>
        <span class="person-more">{t('page.notInEnvoke')}</span>
      </span>
      <Button weight="outline" onClick={onAdd}>
        {t('page.add')}
        <span class="hidden-text"> {email}</span>
      </Button>
    </li>
  );
}
