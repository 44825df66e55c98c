/// Catalogues as data: frameworks, the checklist, the crosswalk between them, application dates, and the strict loader.
@NullMarked
package org.cairn.frameworks;

import org.jspecify.annotations.NullMarked;
