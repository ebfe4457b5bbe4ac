/** English: consents that end soon. */
export const ending = {
  'ending.title': 'Consents that end soon',
  'ending.nextMonth': { one: '{count} consent ends next month', other: '{count} consents end next month' },
  'ending.atLeast': 'At least {what}',
  'ending.show': 'Show',
  'ending.when': 'Consent ends',
  'ending.this': 'This month ({count})',
  'ending.next': 'Next month ({count})',
  'ending.notWhole': 'There may be more: only the newest contacts of a large account are read.',
  'ending.readAt': 'Read from Envoke: {moment}',
  'ending.nobody': 'No consent ends in this month',
  'ending.cut': 'The {max} that end first. When these are done, the next ones are shown.',
  'ending.until': 'Ends on {day}',
  'ending.copy': { one: 'Copy {count} address', other: 'Copy {count} addresses' },
  'ending.copied': { one: '{count} address copied.', other: '{count} addresses copied.' },
  'ending.tag': { one: 'Tag {count} person', other: 'Tag {count} people' },
  'ending.tagAs': { one: 'Tag {count} person “{name}”', other: 'Tag {count} people “{name}”' },
  'ending.tagging': { one: 'Tagging {count} person “{name}”.', other: 'Tagging {count} people “{name}”.' },
  'ending.allTagged': {
    one: '{count} person has the tag “{name}” already.',
    other: 'All {count} people have the tag “{name}” already.',
  },
} as const;
