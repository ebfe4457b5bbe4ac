/** What the one button beside an error does. */
import { useCallback } from 'preact/hooks';
import type { NextStep } from '../../../components/error-words.ts';
import { requestBrokerPermission } from '../../../lib/settings/host-permission.ts';
import { usePopup } from './popup-context.ts';

export function useSteps(retry: () => void): (step: Exclude<NextStep, 'none'>) => void {
  const { reconnect, settings } = usePopup();
  return useCallback(
    (step) => {
      if (step === 'retry') retry();
      else if (step === 'reconnect') reconnect();
      else void requestBrokerPermission(settings.brokerUrl).then(retry);
    },
    [retry, reconnect, settings.brokerUrl],
  );
}
