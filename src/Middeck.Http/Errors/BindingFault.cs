using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;

namespace Middeck.Http.Errors;

/// <summary>
/// Names the value in the address that an endpoint could not read. Generated endpoints answer an optional value of the wrong type
/// with an empty 400, where those that are compiled at the start throw.
/// </summary>
internal static class BindingFault
{
    public static Fault Of(HttpContext http)
    {
        var parameters = http.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        var wrong = parameters
            .Where(parameter => parameter.HasTryParse)
            .Select(parameter => (Name: NameOf(parameter), Type: parameter.ParameterInfo.ParameterType))
            .FirstOrDefault(parameter => !Reads(ValueOf(http, parameter.Name), parameter.Type));
        return wrong.Name is { } name
            ? Fault.Invalid("request.malformed", $"The value of {name} in the address is missing or has the wrong type.", name)
            : Fault.Invalid("request.malformed", "The request could not be read: a value is missing or has the wrong type.");
    }

    private static string NameOf(IParameterBindingMetadata parameter)
        => parameter.ParameterInfo.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? parameter.Name;

    private static string? ValueOf(HttpContext http, string name)
        => http.GetRouteValue(name) as string ?? http.Request.Query[name].FirstOrDefault();

    // Every parsable type has one of these two by the framework's own rule.
    private static bool Reads(string? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (string.IsNullOrEmpty(value))
        {
            return true;
        }

        if (type.IsEnum)
        {
            return Enum.TryParse(type, value, ignoreCase: true, out _);
        }

        var parse = type.GetMethod(
            nameof(int.TryParse), [typeof(string), typeof(IFormatProvider), type.MakeByRefType()]);
        return parse is null
            ? type.GetMethod(nameof(int.TryParse), [typeof(string), type.MakeByRefType()])?.Invoke(null, [value, null]) is not false
            : parse.Invoke(null, [value, CultureInfo.InvariantCulture, null]) is not false;
    }
}
