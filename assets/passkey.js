// Passkeys: asks the server for a question, the device for an answer, and sends it in the form. Without it there is the password.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const make = async (asked) => {
  const publicKey = {
    challenge: bytes(asked.challenge),
    rp: { id: asked.host, name: "Samesky" },
    user: { id: new TextEncoder().encode(asked.user), name: asked.email, displayName: asked.name },
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: asked.known.map((id) => ({ type: "public-key", id: bytes(id) })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    attestation: "none",
  };
  const made = await navigator.credentials.create({ publicKey });
  return {
    client_data: text(made.response.clientDataJSON),
    authenticator_data: text(made.response.getAuthenticatorData()),
  };
};

const use = async (asked) => {
  const publicKey = { challenge: bytes(asked.challenge), rpId: asked.host, userVerification: "required" };
  const found = await navigator.credentials.get({ publicKey });
  return {
    credential: text(found.rawId),
    client_data: text(found.response.clientDataJSON),
    authenticator_data: text(found.response.authenticatorData),
    signature: text(found.response.signature),
  };
};

const ask = async (form) => {
  const answer = await fetch(form.dataset.ask, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  const asked = await answer.json();
  if (!answer.ok) throw new Error(asked.problem);
  return asked;
};

const fill = (form, fields) => {
  for (const [name, value] of Object.entries(fields)) {
    const input = form.elements[name] ?? Object.assign(document.createElement("input"), { type: "hidden", name });
    input.value = value;
    form.append(input);
  }
};

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const output = form.querySelector("output");
      output.value = "";
      try {
        const asked = await ask(form);
        const answer = await (form.dataset.passkey === "make" ? make(asked) : use(asked));
        form.elements.present?.remove();
        fill(form, { step: asked.step, ...answer });
        form.submit();
      } catch (error) {
        output.value = error.name === "Error" ? error.message : form.dataset.failed;
      }
    });
  }
}
