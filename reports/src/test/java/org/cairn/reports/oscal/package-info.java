@NullMarked
package org.cairn.reports.oscal;

import org.jspecify.annotations.NullMarked;
