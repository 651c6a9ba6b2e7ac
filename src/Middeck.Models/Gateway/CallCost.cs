using Microsoft.Extensions.AI;

namespace Middeck.Models.Gateway;

/// <summary>What a call of a model cost, by the price at the time of the call.</summary>
/// <param name="Total">Of the whole call.</param>
/// <param name="Currency">Such as <c>CNY</c>.</param>
/// <param name="InputUnit">Of a million tokens that went in.</param>
/// <param name="OutputUnit">Of a million tokens that came out.</param>
public sealed record CallCost(decimal Total, string Currency, decimal InputUnit, decimal OutputUnit)
{
    private const string Property = "middeck.cost";

    /// <summary>What the call cost whose usage this is; null where no price is known.</summary>
    public static CallCost? Of(UsageContent usage) => usage.AdditionalProperties?.GetValueOrDefault(Property) as CallCost;

    /// <summary>Tells the cost together with the usage.</summary>
    public void Attach(UsageContent usage) => (usage.AdditionalProperties ??= [])[Property] = this;
}
