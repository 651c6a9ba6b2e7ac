namespace Middeck.Workflows.Jinja.Values;

/// <summary>What of a dict a <see cref="DictView"/> shows.</summary>
internal enum DictViewKind
{
    Keys,
    Values,
    Items,
}
