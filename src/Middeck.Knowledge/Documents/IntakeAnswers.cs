using System.Diagnostics;
using Middeck.Core.Audit;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Documents;

/// <summary>Tells a person what became of a file, and the audit log with them.</summary>
internal sealed class IntakeAnswers(AuditTrail audit)
{
    /// <exception cref="FaultException"><c>knowledge.duplicate</c>, with <c>existing_document_id</c>.</exception>
    public Document Of(Intake outcome, DuplicateRule rule) => outcome switch
    {
        Intake.Added(var row) => Told(row, UploadOutcome.Added),
        Intake.Replaced(var row) => Told(row, UploadOutcome.NewVersion),
        Intake.Unchanged or Intake.Duplicate when rule == DuplicateRule.Skip =>
            Document.From(outcome.Row) with { Outcome = UploadOutcome.Skipped },
        Intake.Unchanged or Intake.Duplicate => throw new FaultException(new Fault(
            FaultKind.Conflict,
            "knowledge.duplicate",
            "The knowledge base already has a document with exactly this content.",
            Extensions: new Dictionary<string, object?> { ["existing_document_id"] = outcome.Row.Id })),
        _ => throw new UnreachableException(),
    };

    private Document Told(DocumentRow row, UploadOutcome outcome)
    {
        audit.About("document", row.Id, row.Name)
            .Change(null, new { row.Name, row.Size, row.MimeType, row.Version, KnowledgeBaseId = row.BaseId });
        return Document.From(row) with { Outcome = outcome };
    }
}
