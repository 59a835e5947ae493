const accounts = [
  { email: 'demo@example.com', role: 'owner of Acme Studio' },
  { email: 'editor@example.com', role: 'editor in Acme Studio' },
  { email: 'viewer@example.com', role: 'viewer in Acme Studio' },
  { email: 'rival@example.com', role: 'owner of Rival Studio' },
]

/** The site has no pages of its own: it shows where to go. */
const Home = () => (
  <main>
    <h1>Payload Workflows demo</h1>
    <p>Documents and media live in the admin, and so do the workflows that write them.</p>
    <p>
      <a href="/admin">Open the admin</a>
    </p>
    <h2>Who you can be</h2>
    <p>
      Every account has the password <code>demo</code>.
    </p>
    <ul>
      {accounts.map(({ email, role }) => (
        <li key={email}>
          <code>{email}</code>, {role}
        </li>
      ))}
    </ul>
  </main>
)

export default Home
