using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Middeck.Http.Dialects.Dify;

namespace Middeck.Knowledge.ServiceApi;

/// <summary>Holds settings to the limits that their own declarations state.</summary>
internal static class DatasetCheck
{
    /// <param name="settings">Made from a request.</param>
    /// <param name="field">The request's field that they were made from.</param>
    /// <exception cref="Core.Errors.FaultException">A value is out of its range.</exception>
    public static T Valid<T>(T settings, string field) where T : notnull
    {
        var wrong = new List<ValidationResult>();
        if (Validator.TryValidateObject(settings, new ValidationContext(settings), wrong, validateAllProperties: true))
        {
            return settings;
        }

        var name = wrong[0].MemberNames.FirstOrDefault();
        throw DifyFaults.Invalid(
            field, name is null ? wrong[0].ErrorMessage! : wrong[0].ErrorMessage!.Replace(name, JsonNamingPolicy.SnakeCaseLower.ConvertName(name), StringComparison.Ordinal));
    }
}
