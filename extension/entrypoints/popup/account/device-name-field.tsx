/** What the person calls this browser: kept for the next sign-in, and told to the broker for the list of sessions. */
import { useState } from 'preact/hooks';
import type { SessionSummary } from '../../../../shared/schemas/account.ts';
import { TextField } from '../../../components/field.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { cleanDeviceName, deviceNameItem } from '../../../lib/session/this-device.ts';
import { usePopup } from '../context/popup-context.ts';

interface DeviceNameFieldProps {
  session: SessionSummary;
  onNamed: () => void;
  onFailed: (failure: unknown) => void;
}

export function DeviceNameField({ session, onNamed, onFailed }: DeviceNameFieldProps) {
  const { t } = useTranslation();
  const { client } = usePopup();
  const [name, setName] = useState(session.device_name);
  // With each letter, for the next sign-in: the popup may close after any.
  const change = (text: string) => {
    setName(text);
    void deviceNameItem.set(cleanDeviceName(text));
  };
  const save = async () => {
    const cleaned = cleanDeviceName(name);
    setName(cleaned);
    if (cleaned === session.device_name) return;
    try {
      await client.nameSession(session.id, cleaned);
      onNamed();
    } catch (failure) {
      onFailed(failure);
    }
  };
  return (
    <TextField
      label={t('sessions.name')}
      value={name}
      note={{ text: t('sessions.nameHint') }}
      onChange={change}
      onLeave={() => void save()}
    />
  );
}
