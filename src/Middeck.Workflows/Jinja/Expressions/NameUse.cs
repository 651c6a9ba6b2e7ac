namespace Middeck.Workflows.Jinja.Expressions;

/// <summary>What a name is for.</summary>
internal enum NameUse
{
    Load,
    Store,
    Parameter,
}
