/** English: registration lists. */
export const list = {
  'list.columns': { one: '{count} column read: check it', other: '{count} columns read: check them' },
  'list.columnsHint': 'Choose another meaning where a column was read wrongly: all rows are read again.',
  'list.column': 'Column {number}',
  'list.unused': 'Not used',
  'list.name': 'Full name',
  'list.contact': 'Email address and phone',
  'list.consent': 'Agreed to email (yes or no)',
  'list.consentDay': 'Day of the agreement',
  'list.submitted': 'Day the form was sent',
  'list.tag': 'Tag: {name}',
  'list.subscription': 'Subscription: {name}',
  'list.lost': { one: '{count} line not understood', other: '{count} lines not understood' },
  'list.lostRow': 'Line {row}: {text}',
  'list.answers': 'The list says who agreed to email',
  'list.answersTo': 'The list says: “{question}”',
  'list.counts': '{yes} yes, {no} no, {none} without an answer.',
  'list.noes': {
    one: '{count} person said no: kept as Not Provided.',
    other: '{count} people said no: kept as Not Provided.',
  },
  'list.unclear': {
    one: '{count} answer is unclear: kept as Not Provided, with the words of the answer in the description.',
    other: '{count} answers are unclear: kept as Not Provided, with the words of each in the description.',
  },
  'list.overruled': {
    one: '{count} person did not say yes, and gets the consent that you chose for them.',
    other: '{count} people did not say yes, and get the consent that you chose for them.',
  },
  'list.notAsked':
    'Envoke could not be asked. If it has one of these people already, their answer is not recorded there.',
  'list.unrecorded': {
    one: 'Envoke may still send to {count} person whose answer is not a yes',
    other: 'Envoke may still send to {count} people whose answer is not a yes',
  },
  'list.unrecordedHint':
    'Adding the others does not record it. Each button opens the contact, with the answer as the reason; nobody is unsubscribed before you confirm it there.',
  'list.editWaiting': 'Edit what waits',
  'list.withheld': {
    one: 'Not set for {count} person whose answer is not a yes: {names}.',
    other: 'Not set for {count} people whose answer is not a yes: {names}.',
  },
  'list.undated': {
    one: 'Day for {count} person whose yes has no date',
    other: 'Day for {count} people whose yes has no date',
  },
  'list.unclearDays': {
    one: 'The day of {count} yes is not clear. Enter it for this person: what the list says stands in the description.',
    other:
      'The days of {count} yeses are not clear. Enter each for its person: what the list says stands in the description.',
  },
  'list.take': { one: 'Yes counts: {count} as {status}', other: 'Yes counts: {count} as {status}' },
  'list.taken': {
    one: '{count} person will be added as {status}, on the day of their yes.',
    other: '{count} people will be added as {status}, each on the day of their yes.',
  },
  'paste.drop': 'You can also move a CSV file onto this field, or paste a copied file.',
  'paste.tooLarge': 'This file is too large for a list. Save the part you need as CSV.',
} as const;
