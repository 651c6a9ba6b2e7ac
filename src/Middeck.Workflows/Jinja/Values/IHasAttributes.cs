namespace Middeck.Workflows.Jinja.Values;

/// <summary>A value of Jinja's own with attributes.</summary>
internal interface IHasAttributes
{
    /// <summary>The name of the type in Python, with its module.</summary>
    string TypeName { get; }

    /// <summary>The attribute; <see cref="Missing"/> when there is none of that name.</summary>
    object? Attribute(string name);
}
