/** Which broker is used. An address is checked first, and the same click asks for the browser's permission. */
import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/i18n/index.ts';
import type { BrokerCheck } from '../../lib/settings/check-broker.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { Notice } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';
import { Setting } from './setting.tsx';
import { isFixed, type SettingForm } from './setting-form.ts';

/** `denied`: the browser's permission was not given. */
export type BrokerResult = BrokerCheck | 'denied' | 'checking';

const RESULT_KEYS = {
  ok: 'settings.check.ok',
  'not-an-address': 'settings.check.not-an-address',
  unreachable: 'settings.check.unreachable',
  'not-a-broker': 'settings.check.not-a-broker',
  denied: 'settings.check.denied',
  checking: 'settings.checking',
} as const satisfies Record<BrokerResult, MessageKey>;

/** An address that nobody has confirmed yet: it is shown, and used only once it was checked. */
export interface ProposedBroker {
  brokerUrl: string;
  /** The address as a person typed it, with non-ASCII letters; `null` when a settings file gave it. */
  written: string | null;
}

interface BrokerSectionProps {
  form: SettingForm;
  proposed: ProposedBroker | null;
  result: BrokerResult | null;
  /** The address belongs to the build: there is no other to check. */
  builtIn?: boolean;
  onCheck: (address: string) => void;
}

export function BrokerSection({ form, proposed, result, builtIn = false, onCheck }: BrokerSectionProps) {
  const { t } = useTranslation();
  const stored = form.settings.values.brokerUrl;
  const [address, setAddress] = useState(stored);
  useEffect(() => setAddress(proposed?.brokerUrl ?? stored), [proposed, stored]);
  const fixed = isFixed(form, 'brokerUrl');
  return (
    <section class="card">
      <h2>{t('settings.broker')}</h2>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onCheck(address);
        }}
      >
        <Setting
          managed={fixed}
          fixedBy={builtIn ? t('settings.builtIn') : undefined}
          hint={fixed ? undefined : t('settings.brokerUrlHint')}
        >
          <TextField label={t('settings.brokerUrl')} value={address} disabled={fixed} onChange={setAddress} />
        </Setting>
        {fixed ? null : (
          <div class="row">
            <Button weight="outline" type="submit" disabled={result === 'checking'}>
              {t('settings.check')}
            </Button>
          </div>
        )}
        <div role="status">
          {proposed === null ? null : (
            <Notice tone="warn">
              {proposed.written === null
                ? t('settings.brokerProposed', { url: proposed.brokerUrl, present: stored })
                : t('settings.brokerInAscii', { url: proposed.brokerUrl, written: proposed.written })}
            </Notice>
          )}
          {result === null ? null : (
            <Notice tone={result === 'ok' ? 'good' : result === 'checking' ? 'info' : 'bad'}>
              {t(RESULT_KEYS[result])}
            </Notice>
          )}
        </div>
      </form>
    </section>
  );
}
