using System.Globalization;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Filters;

/// <summary>Attributes that filters look up: <c>address.city</c>, <c>items.0</c>, or an index.</summary>
internal static class AttributePath
{
    /// <param name="attribute">The path; null (None) for the item itself.</param>
    /// <param name="otherwise">What an attribute that is not defined counts as; null for undefined.</param>
    public static Func<object?, object?> Getter(object? attribute, object? otherwise = null)
    {
        var parts = Parts(attribute);
        return item =>
        {
            foreach (var part in parts)
            {
                item = Members.Item(item, part);
                item = item is Undefined && otherwise is not null ? otherwise : item;
            }

            return item;
        };
    }

    /// <summary>For paths with commas between them: the values of all as a list.</summary>
    public static Func<object?, object?> Several(object? attributes, Func<object?, object?> change)
    {
        Func<object?, object?>[] getters = Str.Of(attributes) is { } text
            ? [.. text.Split(',').Select(part => Getter(part))]
            : [Getter(attributes)];
        // Lists, also for one path: they compare the values that are equal before they ask for an order.
        return item => new PyList([.. getters.Select(get => change(get(item)))]);
    }

    /// <summary>Texts in lower case, other values as they are.</summary>
    public static object? IgnoreCase(object? value) => Str.Of(value) is { } text ? Str.Lower(text) : value;

    public static Func<object?, object?> Case(bool sensitive) => sensitive ? value => value : IgnoreCase;

    private static object?[] Parts(object? attribute) => attribute is null ? []
        : Str.Of(attribute) is { } path ? [.. path.Split('.').Select(Part)]
        : [attribute];

    private static object Part(string part)
        => part.Length > 0 && part.All(char.IsAsciiDigit) && long.TryParse(part, CultureInfo.InvariantCulture, out var index) ? index : part;
}
