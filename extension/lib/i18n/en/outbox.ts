/** English: what became of a write, what it would change, and what a bulk add waits for. */
export const outbox = {
  'outbox.arrivedInPart': '{email}: one change has arrived in Envoke, another was not made.',
  'outbox.savedForConnection': 'Saved: {name}. It is sent to Envoke as soon as you reconnect.',
  'outbox.savedForNetwork': 'Saved: {name}. It is sent to Envoke as soon as you are online again.',
  'outbox.savedUnconfirmed':
    'Saved: {name}. Envoke has not confirmed it yet. It is sent automatically, even when this popup is closed.',
  'outbox.waitsForPause': 'Envoke asks for a short pause. This is sent automatically afterwards.',
  'outbox.waitsForAnswer': 'Envoke is not answering at the moment. This is tried again automatically.',
  'outbox.exists': '{email} is already in Envoke.',
  'outbox.existsUnrecorded':
    '{email} is already in Envoke, which has not recorded that they do not agree, and may still send.',
  'outbox.perhapsThere':
    'What you saved may have arrived in Envoke all the same. “{button}” finds out, and takes it back.',
  'outbox.dropPerhaps':
    'What you saved for {name} may have arrived in Envoke. Deleted here, it stays there, and nobody finds out. “{button}” finds out, and takes it back.',
  'outbox.triedBefore':
    'What you had saved before your change may have arrived: Envoke may send to this person, and has not recorded the change. To record it, choose “{button}”.',
  'outbox.dropAnswer':
    'What you saved for {name} will not be sent. Envoke has not recorded the answer, and may still send to this person.',
  'outbox.dayToCome':
    'Not sent to Envoke: in Canada, {day} is still to come. Check the date and time of this computer, then correct the day and save again.',
  'outbox.dayOver':
    'Not sent to Envoke: a consent that counts from {day} has ended. Choose another ground or Not Provided, and save again.',
  'outbox.fieldsNotTaken': 'Not sent to Envoke. Correct this, and save again: {fields}',
  'outbox.addressTaken': '{email}: another contact in Envoke has the new address. Nothing was changed.',
  'outbox.changed': '{email} was changed in Envoke in the meantime. Your change was not made.',
  'outbox.unconfirmed': '{email}: this change of consent needs your confirmation. Nothing was changed.',
  'outbox.undoUndecided': '{email}: the undo was not made, and needs your decision.',
  'outbox.undoRefused': '{email}: the undo was refused.',
  'outbox.arrivedFirst':
    'What you had saved first is in Envoke already. Save again to change the contact to what stands here.',
  'outbox.editTried': 'Edit what was saved',
  'outbox.editSent': 'Change what was sent',
  'outbox.sentMeanwhile': 'Sent to Envoke meanwhile: {name}',
  'outbox.sentChanges': 'When you save, what you changed here becomes a change of the contact:',
  'outbox.sentSame': 'Nothing here differs from what was sent.',
  'outbox.policyRefuses':
    'The settings do not allow this consent status, or several people at once. Nothing was sent to Envoke. Edit it, or delete it.',
  'outbox.elsewhereSwitch': 'To edit these, or open their contacts, switch to this account first.',
  'outbox.elsewhereSignIn':
    'To send or edit these, or open their contacts, connect this account again first.',
  'outbox.noValue': '(empty)',
  'outbox.nowInEnvoke': 'In Envoke now: {value}',
  'bulk.people': { one: '{count} person', other: '{count} people' },
  'bulk.whichAdd': { one: '{count} person, {moment}', other: '{count} people, {moment}' },
  'bulk.whichTags': { one: 'Tags for {count} person, {moment}', other: 'Tags for {count} people, {moment}' },
  'bulk.onlyCounted': {
    one: '{count} of them is only counted here: the name is no longer kept.',
    other: '{count} of them are only counted here: their names are no longer kept.',
  },
  'bulk.undone': { one: '{count} undone.', other: '{count} undone.' },
  'bulk.notSent': { one: '{count} not sent.', other: '{count} not sent.' },
  'bulk.waitsForNetwork': 'Waiting for the network; it goes on by itself. You can close this window.',
  'bulk.waitsForBroker':
    'Waiting for Contacts for Envoke to answer; it goes on by itself. You can close this window.',
  'bulk.waitsForEnvoke': 'Waiting for Envoke to answer; it goes on by itself. You can close this window.',
} as const;
