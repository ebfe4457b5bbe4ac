/** First steps, what the extension does and does not do with data, and a way to ask for help. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isSupportEmail } from '../../lib/settings/settings.ts';
import { Check } from '../choice.tsx';
import { TextField } from '../field.tsx';
import { useTranslation } from '../translation.tsx';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';
import { useTypedSetting } from './use-typed-setting.ts';

interface HelpSectionProps {
  version: string;
  /** Origin of the service that everything goes through. */
  service: string;
  children: ComponentChildren;
}

export function HelpSection({ version, service, children }: HelpSectionProps) {
  const { t } = useTranslation();
  return (
    <section class="card" id="help" tabIndex={-1} aria-labelledby="help-title">
      <h2 id="help-title">{t('help.title')}</h2>
      <ul class="bullets">
        <li>{t('help.find')}</li>
        <li>{t('help.add')}</li>
        <li>{t('help.page')}</li>
        <li>{t('help.keys')}</li>
      </ul>
      <h3>{t('help.privacy')}</h3>
      <p>{t('help.privacyText', { service })}</p>
      <h3>{t('help.accessibility')}</h3>
      <p>{t('help.accessibilityText')}</p>
      {children}
      <p class="small soft">{t('help.version', { version })}</p>
    </section>
  );
}

interface FeedbackProps {
  form: SettingForm;
  /** The link, with the diagnostics or without. */
  link: (withDiagnostics: boolean) => string;
  /** Called as the email program opens. */
  onWrite: (withDiagnostics: boolean) => void;
}

export function Feedback({ form, link, onWrite }: FeedbackProps) {
  const { t } = useTranslation();
  const [attaches, setAttaches] = useState(false);
  const typed = useTypedSetting(form, {
    show: ({ supportEmail }) => supportEmail,
    read: (text) => (isSupportEmail(text.trim()) ? { supportEmail: text.trim() } : null),
  });
  const isWrong = !isSupportEmail(typed.value.trim());
  return (
    <>
      <h3>{t('help.feedback')}</h3>
      <Setting managed={isFixed(form, 'supportEmail')} hint={t('help.supportEmailHint')}>
        <TextField
          {...typed}
          keyboard="email"
          label={t('help.supportEmail')}
          disabled={isFixed(form, 'supportEmail')}
          note={isWrong ? { tone: 'bad', text: t('help.supportEmailWrong') } : null}
        />
      </Setting>
      <Check label={t('help.attach')} checked={attaches} onChange={setAttaches} />
      <div class="row">
        <a class="button button-outline" href={link(attaches)} onClick={() => onWrite(attaches)}>
          {t('help.write')}
        </a>
        <span class="small soft">{t('help.writeHint')}</span>
      </div>
    </>
  );
}
