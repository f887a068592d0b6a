// On a server, without a document, importing the package does no harm.
import * as widget from 'article-widget';
import 'article-widget/react';

if (typeof customElements !== 'undefined') throw new Error('this test is for a machine without a browser');
if (!widget.default) throw new Error('the module is there, and exports how it is started');
