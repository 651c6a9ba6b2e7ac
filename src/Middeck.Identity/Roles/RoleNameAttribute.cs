using System.ComponentModel.DataAnnotations;

namespace Middeck.Identity.Roles;

/// <summary>One of the six role names.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class RoleNameAttribute() : ValidationAttribute(
    "{0} must be owner, admin, editor, operator, dataset_operator or viewer.")
{
    public override bool IsValid(object? value) => value is string name && RoleCatalogue.Find(name) is not null;
}
