/** English: taking back what was saved. */
export const undo = {
  'undo.button': 'Undo',
  'undo.open': 'Open',
  'undo.takenOut': 'Undone. Nothing was sent to Envoke.',
  'undo.revoked': {
    one: 'Envoke had it already: whoever was added becomes Revoked there.',
    other: 'Envoke had {count} people already: whoever was added becomes Revoked there.',
  },
  'undo.turnedBack': {
    one: 'Envoke had it already: it is being reversed there.',
    other: 'Envoke had {count} changes already: they are being reversed there.',
  },
  'undo.checking': {
    one: 'The undo is noted. It may have reached Envoke, so this is being checked: what Envoke does not have is never sent, what it has is reversed there.',
    other:
      'The undo is noted. {count} may have reached Envoke, so this is being checked: what Envoke does not have is never sent, what it has is reversed there.',
  },
  'undo.changedSince': {
    one: 'Not undone: the same was changed again since.',
    other: '{count} not undone: the same was changed again since.',
  },
  'undo.unchecked': '{email}: whether Envoke has what you undid could not be checked.',
  'undo.uncheckedNext':
    'Whether Envoke has what you undid could not be found out. Try again; if that does not help, look for the person in Envoke.',
  'undo.refusedNext':
    'The undo was not made: Envoke still has what was saved. Try again; if that does not help, choose “{button}” and change it there.',
  'undo.done': '{email}: undone in Envoke.',
  'undo.reason': 'Added by mistake and undone on {day}. No consent was given.',
} as const;
