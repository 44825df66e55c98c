@NullMarked
package org.cairn.frameworks.oscal;

import org.jspecify.annotations.NullMarked;
