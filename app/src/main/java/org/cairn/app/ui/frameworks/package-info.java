/// The frameworks that the product carries: controls against frameworks, coverage, responsibilities and threats.
@NullMarked
package org.cairn.app.ui.frameworks;

import org.jspecify.annotations.NullMarked;
