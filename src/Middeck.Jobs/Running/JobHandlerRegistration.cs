namespace Middeck.Jobs.Running;

/// <summary>Which class does the work of which kind.</summary>
internal sealed record JobHandlerRegistration(string Kind, Type Handler);
