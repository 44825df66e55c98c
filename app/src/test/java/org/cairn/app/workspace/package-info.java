@NullMarked
package org.cairn.app.workspace;

import org.jspecify.annotations.NullMarked;
