/// Several hosts: what each check says of each, which are silent, and what is carried here from them.
@NullMarked
package org.cairn.app.ui.fleet;

import org.jspecify.annotations.NullMarked;
