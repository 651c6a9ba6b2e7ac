using System.ComponentModel.DataAnnotations;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Previews;

/// <summary>Checks settings that come as a field of a form, where the framework checks nothing.</summary>
internal static class SettingsCheck
{
    /// <exception cref="FaultException"><c>request.invalid</c>: a value is out of its range.</exception>
    public static T Passed<T>(T settings, string field) where T : notnull
    {
        var results = new List<ValidationResult>();
        if (Validator.TryValidateObject(settings, new ValidationContext(settings), results, validateAllProperties: true))
        {
            return settings;
        }

        throw new FaultException(Fault.Invalid(
            "request.invalid", string.Join(' ', results.Select(static result => result.ErrorMessage)), field));
    }
}
