/// The rules of the structure, checked on the compiled classes of every module.
@NullMarked
package org.cairn.architecture;

import org.jspecify.annotations.NullMarked;
