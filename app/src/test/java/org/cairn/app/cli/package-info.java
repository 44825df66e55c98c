@NullMarked
package org.cairn.app.cli;

import org.jspecify.annotations.NullMarked;
