package org.cairn.app.workbook;

import org.cairn.checklist.Subject;

/// A row that is exported.
public record AnswerRow(Subject subject, String title, AnswerValues values) {}
