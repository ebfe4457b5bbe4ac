/** Styles of the views behind the popup's first one; whoever imports them wears them. */
import forms from './forms.css?inline';
import { putOnStyles } from './put-on-styles.ts';

putOnStyles(forms);
