using System.Numerics;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>The names of types in messages.</summary>
internal static class TypeNames
{
    public static string Of(object? value) => value switch
    {
        null => "NoneType",
        bool => "bool",
        long or BigInteger => "int",
        double => "float",
        string => "str",
        Markup => "Markup",
        PyList => "list",
        PyTuple => "tuple",
        PyDict => "dict",
        PyRange => "range",
        PyIterator iterator => iterator.Type,
        DictView { Kind: DictViewKind.Keys } => "dict_keys",
        DictView { Kind: DictViewKind.Values } => "dict_values",
        DictView => "dict_items",
        Undefined => "Undefined",
        IHasAttributes own => own.TypeName[(own.TypeName.LastIndexOf('.') + 1)..],
        _ => "function",
    };

    /// <summary>As Jinja2 speaks of an object that lacks something: <c>str object</c>, <c>None</c>.</summary>
    public static string Object(object? value) => value switch
    {
        null => "None",
        Markup => "markupsafe.Markup object",
        IHasAttributes own => own.TypeName + " object",
        _ => Of(value) + " object",
    };
}
