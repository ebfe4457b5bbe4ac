/** The alarm that starts the sender again when its worker died or a pause is long. */
import { browser } from 'wxt/browser';

export const OUTBOX_ALARM = 'outbox';
/** The shortest that browsers allow is half a minute. */
const PERIOD_MINUTES = 1;

export interface Alarm {
  set(): Promise<void>;
  clear(): Promise<void>;
}

export const outboxAlarm: Alarm = {
  set: async () => {
    if ((await browser.alarms.get(OUTBOX_ALARM)) === undefined) {
      await browser.alarms.create(OUTBOX_ALARM, { periodInMinutes: PERIOD_MINUTES });
    }
  },
  clear: async () => {
    await browser.alarms.clear(OUTBOX_ALARM);
  },
};
