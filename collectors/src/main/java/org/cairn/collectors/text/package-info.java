/// Parsers of the plain forms that many configuration files share. Pure: text in, record out.
@NullMarked
package org.cairn.collectors.text;

import org.jspecify.annotations.NullMarked;
