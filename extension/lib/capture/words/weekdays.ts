/** The days of the week in both languages, one or several of each, as alternatives of a pattern that ignores case. */
export const WEEKDAYS =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?';
