/// What an auditor would send back, told before it is handed over. Pure: what is asked is given, nothing is read.
@NullMarked
package org.cairn.app.objection;

import org.jspecify.annotations.NullMarked;
