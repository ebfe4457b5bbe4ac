/** Styles of the views behind the popup's first one; a module that imports this file adds them to the page. */
import forms from './forms.css?inline';
import { putOnStyles } from './put-on-styles.ts';

putOnStyles(forms);
