namespace Middeck.Jobs.Retention;

/// <summary>How one table is kept from growing.</summary>
internal sealed record RetentionTask(string Name, RetentionTrim Trim);
