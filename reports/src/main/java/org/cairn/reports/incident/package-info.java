/// What an incident file says, before it is laid out.
@NullMarked
package org.cairn.reports.incident;

import org.jspecify.annotations.NullMarked;
