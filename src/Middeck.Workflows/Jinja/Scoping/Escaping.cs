namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>Whether what is printed at a place is escaped, as far as that is known before the template runs.</summary>
internal enum Escaping
{
    Off,
    On,
    AtRuntime,
}
