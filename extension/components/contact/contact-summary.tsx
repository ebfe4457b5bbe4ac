/** The main facts of a contact; the name is in the bar above. */
import type { Ref } from 'preact';
import type { Contact } from '../../../shared/schemas/contact.ts';
import { Button, IconButton } from '../button.tsx';
import { Email } from '../email.tsx';
import { Icon } from '../icon.tsx';
import { phoneWords } from '../phone-words.ts';
import { useTranslation } from '../translation.tsx';

/** Envoke has no public URL for a single contact; its own search is one click away from here. */
const ENVOKE_HOME = 'https://e1.envoke.com/';

interface ContactSummaryProps {
  contact: Contact;
  editButton?: Ref<HTMLButtonElement>;
  onCopy: () => void;
  onEdit: () => void;
}

export function ContactSummary({ contact, editButton, onCopy, onEdit }: ContactSummaryProps) {
  const { t } = useTranslation();
  const work = [contact.title, contact.company].filter(Boolean).join(', ');
  const lines = [work, phoneWords(contact.phone, t)].filter(Boolean);
  return (
    <section class="stack">
      <div class="who">
        <div class="who-words">
          <p class="break">
            <Email address={contact.email} />
          </p>
          {lines.map((line) => (
            <p key={line} class="small soft break">
              {line}
            </p>
          ))}
        </div>
        <IconButton icon="copy" label={t('contact.copy')} onClick={onCopy} />
      </div>
      <div class="row">
        <Button weight="outline" buttonRef={editButton} onClick={onEdit}>
          {t('contact.edit')}
        </Button>
        <a class="button" href={ENVOKE_HOME} target="_blank" rel="noopener noreferrer">
          {t('contact.openEnvoke')}
          <Icon name="open" />
        </a>
      </div>
    </section>
  );
}
