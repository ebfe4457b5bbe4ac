/** Who it is, at a glance; the name stands in the bar above. */
import type { Contact } from '../../../shared/schemas/contact.ts';
import { Avatar } from '../avatar.tsx';
import { Button, IconButton } from '../button.tsx';
import { Email } from '../email.tsx';
import { Icon } from '../icon.tsx';
import { displayName } from '../person-name.ts';
import { useTranslation } from '../translation.tsx';

/** Envoke publishes no address of a single contact; its own search is one click away from here. */
const ENVOKE_HOME = 'https://e1.envoke.com/';

interface ContactSummaryProps {
  contact: Contact;
  onCopy: () => void;
  onEdit: () => void;
}

export function ContactSummary({ contact, onCopy, onEdit }: ContactSummaryProps) {
  const { t } = useTranslation();
  const work = [contact.title, contact.company].filter(Boolean).join(', ');
  return (
    <section class="stack">
      <div class="who">
        <Avatar name={displayName(contact)} />
        <div class="who-words">
          <p class="break">
            <Email address={contact.email} />
          </p>
          {work === '' ? null : <p class="soft break">{work}</p>}
        </div>
        <IconButton icon="copy" label={t('contact.copy')} onClick={onCopy} />
      </div>
      <div class="row">
        <Button weight="outline" onClick={onEdit}>
          {t('contact.edit')}
        </Button>
        <a class="button" href={ENVOKE_HOME} target="_blank" rel="noopener noreferrer">
          <Icon name="open" />
          {t('contact.openEnvoke')}
        </a>
      </div>
    </section>
  );
}
